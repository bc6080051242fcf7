import AdminClient
import AdminProtocol
import CommandKit

struct QueryMsgByUniqueKey: Subcommand {
    static let about = About(
        "queryMsgByUniqueKey", .message, "Find a message by the id that its sender's client gave it",
        discussion: """
            The id is #MsgId of sendMessage. A message that was sent again has the same id: the oldest is shown, or \
            with -a all of them. With -g and -d it is handed to one client of a group, now.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -i 0100007F0000B7BD0000652584690C00", "who has it"),
            Example("-n 127.0.0.1:9876 -t TopicTest -i 0100007F0000B7BD0000652584690C00 -a", "each time it was sent"),
        ],
        statuses: [.notFound: "No message has the id, or there is no such topic."])

    @Option("i", "msgId", "the message's id") var id: String
    @Option("t", "topic", "the message's topic") var topic: TopicName
    @Option("g", "consumerGroup", "the group of the client that gets the message") var group: GroupName?
    @Option("d", "clientId", "the client that gets the message") var clientId: ClientName?
    @Option("a", "showAll", "show each message that has the id, 32 at most of one broker") var showAll: Bool
    @Option("c", "cluster", "only this cluster, or the parent topic of a light queue (LMQ)", only: .v5)
    var cluster: ClusterName?

    func run(in session: Session) async throws -> Either<Table<FoundMessage>, Table<Delivery>> {
        guard (group == nil) == (clientId == nil) else { throw UsageError("-g and -d go together") }
        let id = id.trimmed
        let found = try await session.admin.messages(
            key: id, topic: topic.text, cluster: cluster?.text, from: 0, to: .max, isUniqueKey: true, limit: 32)
        let messages = found.messages.sorted { $0.storeTimestamp < $1.storeTimestamp }
        guard let oldest = messages.first else {
            throw NotFoundError("no message of topic '\(topic.text)' has the id '\(id)'")
        }
        let failures = found.failures.map { Failure($0.address, $0.error) }
        if let group, let clientId {
            let result = try await session.admin.deliver(oldest, to: clientId.text.trimmed, of: group.text)
            let edition = session.edition
            let delivery = Delivery(id: id, result: .consumed(result))
            return .second(Table([delivery], layout: .lines { $0.text(of: edition) }, failures: failures))
        }
        let style = FoundMessage.Style(showsOffsetID: false, numbersFiles: true)
        return .first(await FoundMessage.table(of: showAll ? messages : [oldest], failures, style, session))
    }
}
