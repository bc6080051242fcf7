import AdminClient
import AdminProtocol
import CommandKit

struct QueryMsgById: Subcommand {
    static let about = About(
        "queryMsgById", .message, "Find a message by its id, and show which groups have consumed it",
        discussion: """
            The id is the broker's (OffsetID: where the message is stored) or the one that its client gave it (#MsgId \
            of sendMessage). The body is written to a file below /tmp/rocketmq/msgbodys. With -s the message is sent \
            once more; with -g and -d it is handed to one client of a group, now.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -i 7F00000100002A9F0000000000000000", "show a message"),
            Example("-n 127.0.0.1:9876 -t TopicTest -i 7F00000100002A9F0000000000000000 -s true", "send it again"),
        ],
        statuses: [.notFound: "There is no such message."])

    @Option("i", "msgId", "the message's id, or several, separated by commas") var ids: String
    @Option("t", "topic", "the message's topic", requiredIn: .v5) var topic: TopicName?
    @Option("g", "consumerGroup", "the group of the client that gets the message") var group: GroupName?
    @Option("d", "clientId", "the client that gets the message") var clientId: ClientName?
    @Option("s", "sendMessage", "whether to send the message once more") var sendMessage: Bool?
    @Option("u", "unitName", "the unit to send it in") var unitName: String?
    @Option("f", "bodyFormat", "print the body too, in this character set: UTF-8, GBK, …") var bodyFormat: CharacterSet?
    @Option("c", "cluster", "look for the message in this cluster only", only: .v5) var cluster: ClusterName?

    func run(in session: Session) async throws -> Either<Table<FoundMessage>, Table<Delivery>> {
        let ids = ids.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        guard !ids.isEmpty else { throw UsageError("-i names no message") }
        if topic == nil, let wrong = ids.first(where: { MessageID($0) == nil }) {
            throw UsageError(
                "'\(wrong)' is not a message id: 32 or 56 hexadecimal digits; with -t other ids are looked up too")
        }
        guard (group == nil) == (clientId == nil) else { throw UsageError("-g and -d go together") }
        let outcomes = try await session.admin.outcomes(of: ids) { id in
            (id, try await find(id, session))
        }
        let found = outcomes.values.map(\.value)
        if let group, let clientId {
            return .second(
                try await deliver(found, outcomes.failures, session) { message in
                    .consumed(try await session.admin.deliver(message, to: clientId.text.trimmed, of: group.text))
                })
        }
        if sendMessage == true {
            let producer = Producer(group: "ReSendMsgById", admin: session.admin)
            return .second(
                try await deliver(found, outcomes.failures, session) { message in
                    .sent(try await producer.send(OutgoingMessage(again: message), now: session.clock.milliseconds))
                })
        }
        let style = FoundMessage.Style(bodyFormat: bodyFormat)
        return .first(await FoundMessage.table(of: found.map(\.1), outcomes.failures, style, session))
    }
}
