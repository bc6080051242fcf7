import AdminClient
import AdminProtocol
import CommandKit

struct QueryMsgByOffset: Subcommand {
    static let about = About(
        "queryMsgByOffset", .message, "Show the message at an offset of a queue",
        discussion: "The body is written to a file below /tmp/rocketmq/msgbodys.",
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -b broker-a -i 0 -o 3", "the fourth message of a queue")
        ],
        statuses: [.notFound: "The queue has no message there, or there is no such queue."])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("b", "brokerName", "the broker that has the queue") var broker: BrokerName
    @Option("i", "queueId", "the queue's number") var queueId: Int
    @Option("o", "offset", "the message's offset in the queue") var offset: Int
    @Option("f", "bodyFormat", "print the body too, in this character set: UTF-8, GBK, …", only: .v5)
    var bodyFormat: CharacterSet?

    func run(in session: Session) async throws -> Table<FoundMessage> {
        let name = MessageQueue(topic: topic.text, brokerName: broker.text, queueId: queueId)
        let queue = try await session.admin.readableQueue(name)
        let pulled = try await session.admin.pull(queue, from: offset, atMost: 1, PullTerms())
        guard let message = pulled.messages.first else {
            let range =
                pulled.minOffset < pulled.maxOffset
                ? "its offsets are \(pulled.minOffset) to \(pulled.maxOffset - 1)" : "it is empty"
            throw NotFoundError(
                "queue \(queueId) of '\(topic.text)' on '\(broker.text)' has no message at offset \(offset): \(range)")
        }
        return await FoundMessage.table(of: [message], [], FoundMessage.Style(bodyFormat: bodyFormat), session)
    }
}
