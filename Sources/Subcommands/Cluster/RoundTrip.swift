import AdminClient
import CommandKit
import Glibc

/// What one round measured at one broker.
struct RoundTrip: TableRow {
    var cluster: String
    var broker: String
    /// When the round ended, in epoch milliseconds.
    var time: Int
    /// The mean, in milliseconds.
    var mean: Double
    var successes: Int
    var failures: Int

    static let columns: [Column<Self>] = [
        Column("#Cluster Name", "cluster", width: -24) { $0.cluster },
        Column("#Broker Name", "brokerName", width: -24) { $0.broker },
        Column("#RT", "rt", width: -8, titleWidth: -4) {
            $0.mean
        } text: {
            $0.mean.fixed(2)
        },
        Column("#successCount", "successCount", width: -16, titleWidth: -8) { $0.successes },
        Column("#failCount", "failCount", width: -16, titleWidth: -8) { $0.failures },
        Column(key: "time") { $0.time },
    ]

    /// `2026-11-20 18:44:47|noname|DefaultCluster|broker-a|3`; RocketMQ writes these lines in China's time.
    func logLine(room: String) -> String {
        var seconds = time_t(time / 1000 + 8 * 3600)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let date = [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday].map(Self.twoDigits)
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(Self.twoDigits)
        let moment = "\(date.joined(separator: "-")) \(clock.joined(separator: ":"))"
        return "\(moment)|\(room)|\(cluster)|\(broker)|\(mean.fixed(0))"
    }

    private static func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Sends messages to brokers and takes the time.
struct RoundTripTest: Sendable {
    var brokers: [(cluster: String, broker: String)]
    /// Messages to each broker.
    var amount: Int
    var body: [UInt8]
    var producer: Producer

    /// One round: the brokers at once, the messages to each of them one after the other.
    func round(in session: Session) async throws -> (rows: [RoundTrip], failures: [Failure]) {
        let results = await session.admin.gather(brokers) { cluster, broker in
            try await measure(cluster, broker, session.clock)
        }
        let measured = try results.map { try $0.get() }
        return (measured.map(\.row), measured.compactMap(\.failure))
    }

    private func measure(
        _ cluster: String, _ broker: String, _ clock: WallClock
    ) async throws -> (row: RoundTrip, failure: Failure?) {
        var times: [Duration] = []
        var failure: Failure?
        var failures = 0
        for _ in 0..<amount {
            try Task.checkCancellation()
            let start = ContinuousClock.now
            do {
                let message = OutgoingMessage(topic: broker, body: body)
                times.append(try await producer.send(message, toBroker: broker, now: clock.milliseconds).elapsed)
            } catch {
                times.append(ContinuousClock.now - start)
                failures += 1
                failure = failure ?? Failure(broker, error)
            }
        }
        let row = RoundTrip(
            cluster: cluster, broker: broker, time: clock.milliseconds, mean: Self.mean(times),
            successes: amount - failures, failures: failures)
        return (row, failure)
    }

    /// The mean in milliseconds, without the first time unless it is the only one.
    static func mean(_ times: [Duration]) -> Double {
        let counted = times.count > 1 ? times.dropFirst() : times[...]
        guard !counted.isEmpty else { return 0 }
        return counted.reduce(.zero, +) / .milliseconds(counted.count)
    }
}
