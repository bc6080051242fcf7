import AdminClient
import AdminProtocol
import CommandKit

struct QueryMsgByKey: Subcommand {
    static let about = About(
        "queryMsgByKey", .message, "Find messages by a key that their sender gave them",
        discussion: "A key is one of those of sendMessage -k. Every broker of the topic is asked.",
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -k order-1", "where the messages of an order are"),
            Example("-n 127.0.0.1:9876 -t TopicTest -k order-1 -m 1 --json", "one of each broker, for a program"),
        ],
        statuses: [.notFound: "No message has the key, or there is no such topic."])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("k", "msgKey", "the key") var key: String
    @Option("b", "beginTimestamp", "only messages stored from this time on, in epoch milliseconds", only: .v5)
    var begin: Int?
    @Option("e", "endTimestamp", "only messages stored until this time, in epoch milliseconds", only: .v5)
    var end: Int?
    @Option("m", "maxNum", "the most messages of one broker (else 64)", only: .v5) var maxNum: Int?
    @Option("c", "cluster", "only this cluster, or the parent topic of a light queue (LMQ)", only: .v5)
    var cluster: ClusterName?

    func run(in session: Session) async throws -> Table<KeyedMessage> {
        let key = key.trimmed
        let found = try await session.admin.messages(
            key: key, topic: topic.text, cluster: cluster?.text, from: begin ?? 0, to: end ?? .max,
            isUniqueKey: false, limit: maxNum ?? 64)
        guard !found.messages.isEmpty else {
            throw NotFoundError("no message of topic '\(topic.text)' has the key '\(key)'")
        }
        return Table(
            found.messages.map { KeyedMessage(message: $0, edition: session.edition) },
            failures: found.failures.map { Failure($0.address, $0.error) })
    }
}

/// A message that has a key.
struct KeyedMessage: MessageRow {
    var message: StoredMessage
    var edition: Edition
    var body: MessageBody { MessageBody(message) }

    static let columns: [Column<Self>] =
        [
            Column("#Message ID", width: -50, gap: 1) { $0.message.uniqueKey ?? $0.message.offsetID },
            Column("#QID", width: 4, gap: 1) { "\($0.message.queueId)" },
            Column("#Offset", width: 40) { "\($0.message.queueOffset)" },
        ] + messageColumns
}
