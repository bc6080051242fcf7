import AdminClient
import AdminProtocol
import CommandKit

/// How `queryMsgById` finds messages, and hands them on.
extension QueryMsgById {
    func find(_ id: String, _ session: Session) async throws -> StoredMessage {
        try await session.admin.message(
            id: id, topic: topic?.text, cluster: cluster?.text, now: session.clock.milliseconds)
    }

    func deliver(
        _ found: [(String, StoredMessage)], _ failures: [Failure], _ session: Session,
        _ work: @escaping @Sendable (StoredMessage) async throws -> Delivery.Result
    ) async throws -> Table<Delivery> {
        let messages = Dictionary(found) { first, _ in first }
        let outcomes = try await session.admin.outcomes(of: found.map(\.0)) { id in
            guard let message = messages[id] else { throw NotFoundError("no message '\(id)'") }
            return Delivery(id: id, result: try await work(message))
        }
        let edition = session.edition
        return Table(
            outcomes.values.map(\.value), layout: .lines { $0.text(of: edition) },
            failures: failures + outcomes.failures)
    }
}
