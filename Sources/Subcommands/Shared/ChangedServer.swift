import AdminClient
import AdminProtocol
import CommandKit

/// A name server or controller that did what it was told.
struct ChangedServer: TableRow {
    var server: String
    static let columns: [Column<Self>] = [Column("#Server", "server") { $0.server }]
}

extension Admin {
    /// Does `work` on each server, all at once; `lines` tells of those where it went well.
    func change(
        servers: [PeerAddress], saying lines: ([PeerAddress]) -> [String],
        _ work: @escaping @Sendable (PeerAddress) async throws -> Void
    ) async throws -> Table<ChangedServer> {
        let outcomes = try await outcomes(of: servers, work)
        let changed = outcomes.values.map(\.target)
        return Table(
            changed.map { ChangedServer(server: $0.description) }, layout: .labels([], after: lines(changed)),
            failures: outcomes.failures)
    }

    /// Sends a request to each server, all at once; `lines` tells of those where it went well.
    func change(
        _ servers: [PeerAddress], by request: some Request, saying lines: ([PeerAddress]) -> [String]
    ) async throws -> Table<ChangedServer> {
        try await change(servers: servers, saying: lines) { _ = try await self.send(request, to: $0) }
    }
}
