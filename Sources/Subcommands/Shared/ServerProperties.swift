import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// The configuration of a name server or controller.
struct ServerProperties: TableRow {
    var server: String
    var properties: [String: String]

    static let columns: [Column<Self>] = [
        Column("#Server", "server") { $0.server },
        Column("#Properties", "properties") { $0.properties },
    ]

    /// A heading and a line for each property, as `GetNamesrvConfigCommand` prints them.
    var text: String {
        let lines = properties.sorted { $0.key < $1.key }.map { "\($0.padded(to: -50))=  \($1)" }
        return (["============\(server)============"] + lines).joined(separator: "\n")
    }
}

extension Admin {
    /// Asks each server for its configuration.
    func properties<R: Request>(of servers: [PeerAddress], by request: R) async throws -> Table<ServerProperties>
    where R.Response == String {
        let outcomes = try await outcomes(of: servers) { try await self.send(request, to: $0) }
        let rows = outcomes.values.map { server, text in
            ServerProperties(
                server: server.description, properties: Dictionary(JavaProperties(parsing: text).entries))
        }
        return Table(rows, layout: .lines { $0.text }, failures: outcomes.failures)
    }
}
