import AdminClient
import AdminProtocol
import CommandKit

struct ConsumeMessage: Subcommand {
    static let about = About(
        "consumeMessage", .message, "Read some messages of a topic, of a queue, or from an offset on",
        discussion: """
            Nothing is committed: the group's clients get the messages all the same. Without -i queues are read one \
            after the other until there are as many messages as -c says.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -c 5", "a few messages of the topic"),
            Example("-n 127.0.0.1:9876 -t TopicTest -b broker-a -i 0 -o 100 -c 3", "three from offset 100 on"),
        ])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("b", "brokerName", "only queues of this broker") var broker: BrokerName?
    @Option("i", "queueId", "only this queue of the broker") var queueId: Int?
    @Option("o", "offset", "the offset of the first message in the queue") var offset: Int?
    @Option("g", "consumerGroup", "the group to read as (else TOOLS_CONSUMER)") var group: GroupName?
    @Option("s", "beginTimestamp", "only messages stored from this time on") var begin: Timestamp?
    @Option("e", "endTimestamp", "only messages stored before this time") var end: Timestamp?
    @Option("c", "MessageNumber", "how many messages") var count = 128

    func run(in session: Session) async throws -> Table<PrintedMessage> {
        try check(now: session.clock.milliseconds)
        let shares = try await shares(session.admin)
        let terms = PullTerms(group: group?.text ?? PullTerms.toolsGroup, batch: 256)
        return Table(layout: .lines { $0.line }) { emit in
            let drawing = MessageDrawing(edition: session.edition, bodyFormat: .utf8, emit: emit)
            shares.failures.forEach(emit.fail)
            try await session.admin.read(shares.all.map(\.stretch), terms) { index, event in
                try draw(event, of: shares.all[index], drawing)
            }
        }
    }

    private func draw(_ event: QueueEvent, of share: QueueShares.Share, _ drawing: MessageDrawing) throws {
        let queue = share.stretch.queue.queue
        switch event {
        case .begins: if let note = share.note { try drawing.emit.line(note) }
        case .pulled(let pulled):
            if pulled.status == .found { try drawing.emit.line("Consume ok") }
            try drawing.draw(pulled, of: queue)
            try drawing.explain(pulled, of: queue)
        case .fails(let error): drawing.fail(error, at: queue)
        case .ends: break
        }
    }
}
