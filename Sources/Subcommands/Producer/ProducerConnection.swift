import AdminClient
import AdminProtocol
import CommandKit

struct ProducerConnection: Subcommand {
    static let about = About(
        "producerConnection", .producer, "Show the clients of a producer group",
        discussion: """
            One broker of the topic is asked, the next where it does not know the group. A client that only sends \
            belongs to a producer group, whose name its application chose.
            """,
        examples: [Example("-n 127.0.0.1:9876 -g ProducerTest -t TopicTest", "who sends to TopicTest")],
        statuses: [.notFound: "No client of the group is connected to a broker of the topic."])

    @Option("g", "producerGroup", "the producer group") var group: GroupName
    @Option("t", "topic", "a topic that the group sends to") var topic: TopicName

    func run(in session: Session) async throws -> Table<ProducerConnectionRow> {
        do {
            let clients = try await session.admin.producers(of: group.text, topic: topic.text)
            let rows = clients.enumerated().map { ProducerConnectionRow(index: $0.offset + 1, connection: $0.element) }
            return Table(rows, layout: .columns(header: false))
        } catch let error as BrokerError where error.code == .systemError && error.remark.hasSuffix("] not exist") {
            throw NotFoundError("\(error.address): no client of producer group '\(group.text)' is connected")
        }
    }
}

/// One client of a producer group.
struct ProducerConnectionRow: TableRow {
    var index: Int
    var connection: ClientConnection

    static let columns: [Column<Self>] = [
        Column("", width: 0) { String(repeating: "0", count: max(0, 4 - "\($0.index)".count)) + "\($0.index)" },
        Column("", "clientId", width: -32, gap: 1) { $0.connection.clientId },
        Column("", "clientAddr", width: -22, gap: 1) { $0.connection.clientAddr },
        Column("", "language", width: -8, gap: 1) { $0.connection.language },
        Column("", "version", width: 0) { $0.connection.versionName },
    ]
}
