import AdminClient
import AdminProtocol
import CommandKit
import EventLoop
import Synchronization

/// What `wait` waits for.
enum WaitCondition: Sendable {
    case nameServer
    case brokers(Int, of: String?)
    case topic(String, in: String?)
    /// A client is connected.
    case group(String)
    case lag(Int, of: String, on: String?)
}

/// A condition that holds.
struct MetCondition: TableRow {
    var condition: String
    var state: String

    static let columns: [Column<Self>] = [
        Column("#Condition", "condition") { $0.condition }, Column("#State", "state") { $0.state },
    ]
}

/// A condition did not come to hold in time.
struct UnmetError: Error, CustomStringConvertible {
    var limit: Duration
    /// What did not hold when it was last looked at.
    var reasons: [String]

    var description: String {
        let state = reasons.isEmpty ? "nothing answered" : reasons.joined(separator: "; ")
        return "not so within \(limit.argument ?? ""): \(state)"
    }
}

/// What did not hold at the last look.
private final class Reasons: Sendable {
    let texts = Mutex<[String]>([])
}

extension WaitCondition {
    var name: String {
        switch self {
        case .nameServer: "name server"
        case .brokers(_, let cluster): cluster.map { "cluster '\($0)'" } ?? "brokers"
        case .topic(let topic, _): "topic '\(topic)'"
        case .group(let group), .lag(_, let group, _): "group '\(group)'"
        }
    }

    /// Whether it holds, and what is the case.
    func state(_ admin: Admin) async throws -> (isMet: Bool, text: String) {
        switch self {
        case .nameServer:
            _ = try await admin.clusterInfo()
            return (true, "answers")
        case .brokers(let count, let cluster):
            let (alive, all) = try await admin.livingBrokers(of: cluster)
            return (alive >= count, "\(alive) of \(all) registered brokers answer, \(count) wanted")
        case .topic(let topic, let cluster):
            let brokers = try await admin.route(of: topic).brokerDatas
            let isThere = brokers.contains { cluster == nil || $0.cluster == cluster }
            return (isThere, isThere ? "has a route" : "has no route into cluster '\(cluster ?? "")'")
        case .group(let group):
            let count = try await admin.connections(of: group)?.connectionSet.count ?? 0
            return (count > 0, count > 0 ? "\(count) clients are connected" : "no client is connected")
        case .lag(let limit, let group, let topic):
            let progress = try await admin.progress(of: group, topic: topic)
            if let failure = progress.failures.first { throw failure.error }
            let lag = progress.offsets.reduce(0) {
                $0 &+ ($1.offset.brokerOffset.value &- $1.offset.consumerOffset.value)
            }
            return (lag <= limit, "the lag is \(lag), \(limit) wanted")
        }
    }
}

extension Admin {
    /// Asks until all conditions hold; throws `UnmetError` when they do not within `limit`, and at once what no waiting
    /// mends: access that is denied.
    nonisolated func wait(
        for conditions: [WaitCondition], within limit: Duration, every interval: Duration
    ) async throws -> [MetCondition] {
        let deadline = Deadline.after(limit)
        let unmet = Reasons()
        return try await withThrowingTaskGroup(of: [MetCondition]?.self) { group in
            group.addTask {
                while true {
                    let states = try await self.states(of: conditions)
                    let missing = states.filter { !$0.isMet }.map { "\($0.row.condition): \($0.row.state)" }
                    if missing.isEmpty { return states.map(\.row) }
                    unmet.texts.withLock { $0 = missing }
                    try await self.loop.sleep(until: .after(interval))
                }
            }
            group.addTask {
                try await self.loop.sleep(until: deadline)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let rows = first else {
                throw UnmetError(limit: limit, reasons: unmet.texts.withLock { $0 })
            }
            return rows
        }
    }

    /// How many brokers answer, and how many are registered.
    fileprivate nonisolated func livingBrokers(of cluster: String?) async throws -> (alive: Int, all: Int) {
        let groups = try await clusterInfo().groups(of: cluster)
        let addresses = groups.flatMap(\.brokerAddrs.values).compactMap { PeerAddress($0) }
        let answers = await broadcast(GetBrokerRuntimeInfo(), to: addresses)
        let alive = answers.count { answer in
            switch answer.result {
            case .success: true
            // A broker that refuses to tell is there.
            case .failure(let error): error is BrokerError
            }
        }
        return (alive, addresses.count)
    }

    private nonisolated func states(
        of conditions: [WaitCondition]
    ) async throws -> [(row: MetCondition, isMet: Bool)] {
        var states: [(row: MetCondition, isMet: Bool)] = []
        for condition in conditions {
            do {
                let (isMet, text) = try await condition.state(self)
                states.append((MetCondition(condition: condition.name, state: text), isMet))
            } catch let error as BrokerError where error.isDenial {
                throw error
            } catch let error as CancellationError {
                throw error
            } catch { states.append((MetCondition(condition: condition.name, state: "\(error)"), false)) }
        }
        return states
    }
}
