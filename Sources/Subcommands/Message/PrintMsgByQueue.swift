import AdminClient
import AdminProtocol
import CommandKit

struct PrintMsgByQueue: Subcommand {
    static let about = About(
        "printMsgByQueue", .message, "Print the messages of one queue, or count them by tag",
        discussion: "Without -p true and -f true there is nothing to print. Nothing is consumed.",
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -a broker-a -i 0 -p true -d true", "the messages and their bodies"),
            Example("-n 127.0.0.1:9876 -t TopicTest -a broker-a -i 0 -f true", "how many there are of each tag"),
        ])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("a", "brokerName", "the broker that has the queue") var broker: BrokerName
    @Option("i", "queueId", "the queue's number") var queueId: Int
    @Option("c", "charsetName", "the character set of the bodies") var charset = CharacterSet.utf8
    @Option("s", "subExpression", "the tags, such as 'TagA || TagB'") var expression = "*"
    @Option("b", "beginTimestamp", "only messages stored from this time on") var begin: Timestamp?
    @Option("e", "endTimestamp", "only messages stored before this time") var end: Timestamp?
    @Option("p", "print msg", "whether to print the messages") var printMessages: Bool?
    @Option("d", "printBody", "whether to print the body as text") var printBody: Bool?
    @Option("f", "calculate", "whether to count the messages of each tag") var calculate: Bool?
    @Option(extra: "expression-type", "how -s is to be read") var kind = ExpressionType.tag

    func run(in session: Session) async throws -> QueueContents {
        let name = MessageQueue(topic: topic.text, brokerName: broker.text, queueId: queueId)
        let queue = try await session.admin.readableQueue(name)
        let (prints, counts) = (printMessages == true, calculate == true)
        if !prints, !counts { session.notify("there is nothing to print: add -p true, -f true or both") }
        let stretches = try await QueueStretches([queue], from: begin, to: end, session.admin)
        let terms = PullTerms(filter: MessageFilter(expression.trimmed, kind.kind))
        let tally = TagTally()
        let format = printBody == true ? charset : nil
        let messages = Table<PrintedMessage>(layout: .lines { $0.line }) { emit in
            let drawing = MessageDrawing(edition: session.edition, bodyFormat: format, emit: emit)
            guard prints || counts else { return }
            try await session.admin.read(stretches.all, terms) { _, event in
                switch event {
                case .begins, .ends: break
                case .pulled(let pulled):
                    tally.count(pulled.messages)
                    if prints { try drawing.draw(pulled, of: name) }
                case .fails(let error): drawing.fail(error, at: name)
                }
            }
        }
        return QueueContents(messages: messages, tags: counts ? tally.table : nil)
    }
}
