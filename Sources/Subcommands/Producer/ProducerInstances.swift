import AdminClient
import AdminProtocol
import CommandKit

struct ProducerInstances: Subcommand {
    static let about = About(
        "producer", .producer, "List all producers that are connected to a broker",
        discussion: "Brokers know this request since 4.9.3.",
        examples: [Example("-b 127.0.0.1:10911", "every producer of a broker")])

    @Option("b", "broker", "the broker to ask") var broker: BrokerAddress

    func run(in session: Session) async throws -> Table<ProducerRow> {
        let table = try await session.admin.send(GetAllProducerInfo(), to: broker.peer)
        let groups = table.data?.sorted { $0.key < $1.key } ?? []
        let rows = groups.flatMap { group, producers -> [ProducerRow] in
            let instances: [ProducerInfo?] = producers.isEmpty ? [nil] : producers
            return instances.map { ProducerRow(group: group, producer: $0) }
        }
        return Table(rows, layout: .lines { $0.line })
    }
}

/// One client of a producer group; none for a group without clients.
struct ProducerRow: TableRow {
    var group: String
    var producer: ProducerInfo?

    static let columns: [Column<Self>] = [
        Column(key: "group") { $0.group },
        Column(key: "clientId") { $0.producer?.clientId },
        Column(key: "remoteIP") { $0.producer?.remoteIP },
        Column(key: "language") { $0.producer?.language },
        Column(key: "version") { $0.producer?.version },
        Column(key: "lastUpdateTimestamp") { $0.producer?.lastUpdateTimestamp },
    ]

    /// `ProducerInfo.toString()`.
    var line: String {
        guard let producer else { return "producer group (\(group)) instances are empty" }
        return
            "producer group (\(group)) instance : clientId=\(producer.clientId),remoteIP=\(producer.remoteIP ?? "null"), "
            + "language=\(producer.language ?? "null"), version=\(producer.version), "
            + "lastUpdateTimestamp=\(producer.lastUpdateTimestamp)"
    }
}
