import AdminClient
import AdminProtocol
import CommandKit

struct SendMessage: Subcommand {
    static let about = About(
        "sendMessage", .message, "Send a message to a topic",
        discussion: """
            A topic that does not exist is created where brokers create topics by themselves. #MsgId is the id that \
            this client gave the message; queryMsgById finds the message by it.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -p 'hello, world'", "to any queue of the topic"),
            Example("-n 127.0.0.1:9876 -t TopicTest -p hello -k order-1 -c TagA", "with a key and a tag"),
            Example("-n 127.0.0.1:9876 -t TopicTest -p hello -b broker-a -i 0", "to one queue of one broker"),
        ],
        statuses: [.partial: "The message is stored, but not yet on disk or on a slave."])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("p", "body", "the message's body, as UTF-8") var body: String
    @Option("k", "key", "keys to find the message by, separated by blanks") var keys: String?
    @Option("c", "tags", "the tag to filter by") var tags: String?
    @Option("b", "broker", "only to this broker") var broker: BrokerName?
    @Option("i", "qid", "only to this queue of the broker") var queueId: Int?
    @Option("m", "msgTraceEnable", "whether to record the sending in the trace topic") var msgTraceEnable: Bool?

    func run(in session: Session) async throws -> Table<SentRow> {
        if queueId != nil, broker == nil { throw UsageError("a queue needs its broker: add -b") }
        var message = OutgoingMessage(topic: topic.text, body: Array(body.trimmed.utf8))
        message.keys = keys?.trimmed
        message.tags = tags?.trimmed
        let now = session.clock.milliseconds
        let producer = Producer(group: "mqadmin_\(now)", admin: session.admin)
        let sent = try await producer.send(message, toBroker: broker?.text, queue: queueId, now: now)
        var failures: [Failure] = []
        if let warning = sent.warning {
            failures.append(Failure(sent.queue.brokerName, code: sent.status.rawValue, warning))
        }
        if msgTraceEnable == true {
            do { try await producer.trace(sent, of: message, now: now) } catch {
                failures.append(Failure(Producer.traceTopic, error))
            }
        }
        return Table([SentRow(sent: sent)], failures: failures)
    }
}
