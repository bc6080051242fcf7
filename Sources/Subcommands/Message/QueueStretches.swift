import AdminClient
import AdminProtocol
import CommandKit

/// How brokers read a filter (`ExpressionType.java`).
enum ExpressionType: String, CaseIterable, ArgumentValue {
    case tag = "TAG"
    case sql92 = "SQL92"

    var kind: MessageFilter.Kind { self == .tag ? .tag : .sql }
}

/// The parts of queues that lie between two times, and the queues whose brokers could not say.
struct QueueStretches: Sendable {
    var all: [QueueStretch] = []
    var failures: [Failure] = []

    /// Asks for all at once; throws when no queue's broker answered.
    init(_ queues: [ReadableQueue], from begin: Timestamp?, to end: Timestamp?, _ admin: Admin) async throws {
        let names = queues.map { "\($0.queue.brokerName):\($0.queue.queueId)" }
        let results = await admin.gather(queues) { queue in
            let range = try await admin.range(of: queue, from: begin?.milliseconds, to: end?.milliseconds)
            return QueueStretch(queue: queue, first: range.first, end: range.end)
        }
        let outcomes = try Outcomes(names, results)
        (all, failures) = (outcomes.values.map(\.value), outcomes.failures)
    }
}
