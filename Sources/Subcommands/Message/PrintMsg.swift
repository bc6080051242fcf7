import AdminClient
import AdminProtocol
import CommandKit

struct PrintMsg: Subcommand {
    static let about = About(
        "printMsg", .message, "Print the messages of a topic, queue by queue",
        discussion: """
            Nothing is consumed: the offsets of groups stay where they are. Brokers choose the messages by their tags, \
            or by an SQL expression over their properties where the broker's enablePropertyFilter is on.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest", "every message that is still stored"),
            Example("-n 127.0.0.1:9876 -t TopicTest -s 'TagA || TagB' -d false", "by tag, without bodies"),
            Example("-n 127.0.0.1:9876 -t TopicTest -b 2026-11-20#10:00:00:000 -e 1795172400000", "of some time"),
        ])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("c", "charsetName", "the character set of the bodies") var charset = CharacterSet.utf8
    @Option("s", "subExpression", "the tags, such as 'TagA || TagB'") var expression = "*"
    @Option("b", "beginTimestamp", "only messages stored from this time on") var begin: Timestamp?
    @Option("e", "endTimestamp", "only messages stored before this time") var end: Timestamp?
    @Option("d", "printBody", "whether to print the body as text") var printBody: Bool?
    @Option("l", "lmqParentTopic", "the topic in which the light queue (LMQ) named by -t lives", only: .v5)
    var parent: TopicName?
    @Option(extra: "expression-type", "how -s is to be read") var kind = ExpressionType.tag

    func run(in session: Session) async throws -> Table<PrintedMessage> {
        let topic = topic.text
        let queues = try await session.admin.route(of: parent?.text ?? topic).readableQueues(of: topic)
        guard !queues.isEmpty else { throw NotFoundError("topic '\(topic)' has no queue that can be read") }
        let terms = PullTerms(filter: MessageFilter(expression.trimmed, kind.kind))
        let stretches = try await QueueStretches(
            queues.sorted { $0.queue < $1.queue }, from: begin, to: end, session.admin)
        let format = printBody == false ? nil : charset
        return Table(layout: .lines { $0.line }) { emit in
            let drawing = MessageDrawing(edition: session.edition, bodyFormat: format, emit: emit)
            stretches.failures.forEach(emit.fail)
            try await session.admin.read(stretches.all, terms) { index, event in
                try draw(event, of: stretches.all[index], drawing)
            }
        }
    }

    private func draw(_ event: QueueEvent, of stretch: QueueStretch, _ drawing: MessageDrawing) throws {
        let queue = stretch.queue.queue
        switch event {
        case .begins:
            let range = "minOffset=\(stretch.first), maxOffset=\(stretch.end)"
            try drawing.emit.line("\(range), \(queue.javaDescription)")
        case .pulled(let pulled):
            try drawing.draw(pulled, of: queue)
            try drawing.explain(pulled, of: queue)
        case .fails(let error): drawing.fail(error, at: queue)
        case .ends: try drawing.emit.line(String(repeating: "-", count: 56))
        }
    }
}
