import AdminClient
import AdminProtocol
import CommandKit
import Synchronization

/// How long messages took to be stored.
struct SendTimes: Sections {
    var sends: Table<SendTime>
    var average: Record<AverageTime>

    static let sections: [Section<Self>] = [
        Section("sends") { $0.sends },
        Section("average") { $0.average },
    ]
}

/// How long one message took to be stored.
struct SendTime: TableRow {
    var queue: MessageQueue
    var isSent: Bool
    var milliseconds: Int

    static let columns: [Column<Self>] = [
        Column("#Broker Name", "brokerName", width: -32) { $0.queue.brokerName },
        Column("#QID", "queueId", width: -4) { $0.queue.queueId },
        Column("#Send Result", "sent", width: -20, gap: 4) { $0.isSent },
        Column("#RT", "milliseconds", width: 0) { $0.milliseconds },
    ]
}

/// How long messages took on average, without the first.
struct AverageTime: TableRow {
    /// Not a number where there was one message only.
    var milliseconds: Double

    static let columns: [Column<Self>] = [
        Column("Avg RT", "milliseconds") {
            $0.milliseconds
        } text: {
            $0.milliseconds.fixed(2)
        }
    ]
}

/// Adds times up while messages are being sent.
final class SendTally: Sendable {
    private struct Sums {
        var times: [Int] = []
        var errors: [any Error] = []
    }

    private let sums = Mutex(Sums())

    func add(_ milliseconds: Int, _ result: Result<SentMessage, any Error>) {
        sums.withLock { sums in
            sums.times.append(milliseconds)
            if case .failure(let error) = result { sums.errors.append(error) }
        }
    }

    var average: AverageTime {
        sums.withLock { sums in
            let rest = sums.times.dropFirst()
            return AverageTime(milliseconds: Double(rest.reduce(0, +)) / Double(rest.count))
        }
    }

    /// Throws when no message at all was stored.
    func checkAnySent() throws {
        let errors = sums.withLock { $0.errors.count == $0.times.count ? $0.errors : [] }
        if !errors.isEmpty { throw AllFailedError(errors: errors) }
    }
}
