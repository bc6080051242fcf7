import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

struct GetConsumerStatus: Subcommand {
    static let about = About(
        "getConsumerStatus", .offset, "Ask the clients of a group for their own offsets in a topic",
        discussion: """
            A client that is pushed to is ahead of what it has confirmed to the broker, which consumerProgress shows. \
            A broker of the topic asks the clients; those of Java answer.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -g GroupTest -t TopicTest", "every client"),
            Example("-n 127.0.0.1:9876 -g GroupTest -t TopicTest -i 192.168.0.1@2134", "one client"),
        ])

    @Option("g", "group", "the consumer group") var group: GroupName
    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("i", "originClientId", "only this client") var clientId: ClientName?

    func run(in session: Session) async throws -> Table<ClientOffset> {
        let client = clientId?.text.trimmed ?? ""
        let status = try await session.admin.clientOffsets(of: group.text, topic: topic.text, client: client)
        let rows = status.sorted { $0.key < $1.key }.flatMap { client, queues in
            queues.sorted { $0.key < $1.key }.map {
                ClientOffset(clientId: client, queue: $0.key, offset: $0.value.value)
            }
        }
        let heading =
            "get consumer status from client. group=\(group.text), topic=\(topic.text), originClientId=\(client)"
        return Table(rows, layout: .columns(before: [heading]))
    }
}

/// Where a client itself is in a queue.
struct ClientOffset: TableRow {
    var clientId: String
    var queue: MessageQueue
    var offset: Int

    static let columns: [Column<Self>] = [
        Column("#clientId", "clientId", width: -50, { $0.clientId }, text: { $0.clientId.front(50) }),
        Column("#brokerName", "brokerName", width: -15) { $0.queue.brokerName },
        Column("#queueId", "queueId", width: -15) { $0.queue.queueId },
        Column("#offset", "offset", width: -20) { $0.offset },
        Column(key: "topic") { $0.queue.topic },
    ]
}
