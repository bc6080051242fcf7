import AdminClient
import AdminProtocol
import CommandKit

/// A broker that did what it was told.
struct ChangedBroker: TableRow {
    var broker: String
    static let columns: [Column<Self>] = [Column("#Broker", "broker") { $0.broker }]
}

extension Admin {
    /// Does `work` on each broker, all at once; `line` tells of a broker where it went well.
    func change(
        _ brokers: [PeerAddress], saying line: @escaping @Sendable (String) -> String,
        _ work: @escaping @Sendable (PeerAddress) async throws -> Void
    ) async throws -> Table<ChangedBroker> {
        let outcomes = try await outcomes(of: brokers, work)
        return Table(
            outcomes.values.map { ChangedBroker(broker: $0.target.description) },
            layout: .lines { line($0.broker) }, failures: outcomes.failures)
    }

    /// Sends a request to each broker, all at once; `line` tells of a broker where it went well, `after` of all of them.
    ///
    /// A `secret` that a broker's refusal repeats does not come out.
    func change(
        _ brokers: [PeerAddress], by request: some Request, hiding secret: String? = nil, after: [String] = [],
        saying line: @escaping @Sendable (String) -> String
    ) async throws -> Table<ChangedBroker> {
        let outcomes = try await outcomes(of: brokers) { broker in
            _ = try await Subcommands.hiding(secret) { try await self.send(request, to: broker) }
        }
        return Table(
            outcomes.values.map { ChangedBroker(broker: $0.target.description) },
            layout: .lines(after: after) { line($0.broker) }, failures: outcomes.failures)
    }
}
