import AdminClient
import AdminProtocol
import CommandKit

/// What a name server changed of a broker's write permission.
struct WritePermission: TableRow {
    var server: String
    var broker: String
    /// How many of the broker's topics were changed.
    var topics: Int

    static let columns: [Column<Self>] = [
        Column("#Server", "server") { $0.server },
        Column("#Broker", "brokerName") { $0.broker },
        Column("#Topics", "topicCount") { $0.topics },
    ]
}

extension Admin {
    /// Does `work`, which `verb` names, on each name server; it returns how many topics were changed.
    func permissions(
        of broker: String, on servers: [PeerAddress], _ verb: String,
        _ work: @escaping @Sendable (PeerAddress) async throws -> Int
    ) async throws -> Table<WritePermission> {
        let outcomes = try await outcomes(of: servers, work)
        let rows = outcomes.values.map { WritePermission(server: "\($0.target)", broker: broker, topics: $0.value) }
        if rows.allSatisfy({ $0.topics == 0 }), outcomes.failures.isEmpty { try await requireBroker(broker) }
        let layout = Layout<WritePermission>.lines { row in
            "\(verb) write perm of broker[\(row.broker)] in name server[\(row.server)] OK, \(row.topics)"
        }
        return Table(rows, layout: layout, failures: outcomes.failures)
    }

    /// Name servers change no topic of a broker that they do not know, and call that a success.
    private func requireBroker(_ name: String) async throws {
        let known = try await clusterInfo().brokerAddrTable.keys.sorted()
        if known.contains(where: { $0 == name }) { return }
        let rest = known.isEmpty ? "none is registered" : "the name server knows \(known.joined(separator: ", "))"
        throw NotFoundError("no broker '\(name)', nothing was changed: \(rest)")
    }
}
