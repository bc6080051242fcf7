import AdminClient
import AdminProtocol
import CommandKit

struct ResetOffsetByTime: Subcommand {
    static let about = About(
        "resetOffsetByTime", .offset, "Move a consumer group to a point in time, in all queues of a topic or in one",
        discussion: """
            The group reads again, or skips, what was stored since then. Brokers before 5.0 have the group's clients \
            move; where none is connected, the offsets are written instead. A time is now (the end of each queue in \
            4.9's edition), epoch milliseconds, or yyyy-MM-dd#HH:mm:ss:SSS. With -b and -q one queue is moved, with \
            -o to a given offset.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -g GroupTest -t TopicTest -s now", "skip everything until now"),
            Example("-n 127.0.0.1:9876 -g GroupTest -t TopicTest -s 2026-11-20#08:00:00:000", "go back to a time"),
            Example("-g GroupTest -t TopicTest -s -1 -b 127.0.0.1:10911 -q 0 -o 100", "move one queue"),
        ],
        statuses: [.notFound: "There is no such topic, or no such group.", .partial: "A broker or a queue failed."])

    @Option("g", "group", "the consumer group") var group: GroupName
    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("s", "timestamp", "where to: now, milliseconds, or yyyy-MM-dd#HH:mm:ss:SSS") var moment: Moment
    @Option("f", "force", "whether offsets may also move forward (true)") var force: Bool?
    @Option("c", "cplus", "the group's clients are of C++", only: .v4) var cplus4: Bool
    @Option(nil, "cplus", "the group's clients are of C++", only: .v5) var cplus5: Bool
    @Option("b", "broker", "move one queue, of this broker; needs -q", only: .v5) var broker: BrokerAddress?
    @Option("q", "queue", "move only this queue of the broker", only: .v5) var queueId: Int?
    @Option("o", "offset", "move the queue to this offset", only: .v5) var offset: Int?
    @Option("c", "cluster", "the cluster, or an LMQ's parent topic: where to look for the brokers", only: .v5)
    var cluster: ClusterName?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Either<OffsetReport, Record<QueueReset>> {
        guard (broker == nil) == (queueId == nil) else { throw UsageError("-b and -q go together") }
        // "now" is the end of each queue for the tool of 4.9, and the time of the run for that of 5.x.
        let now = session.edition == .v4 ? -1 : session.clock.milliseconds
        var reset = OffsetReset(
            group: group.text, topic: topic.text, timestamp: moment.milliseconds ?? now, isForced: force ?? true)
        (reset.isCplus, reset.parent) = (cplus4 || cplus5, cluster?.text)
        if let broker, let queueId {
            let move = QueueMove(reset: reset, time: moment.text, broker: broker.peer, queueId: queueId, offset: offset)
            return .second(try await move.run(session, safety))
        }
        if offset != nil { throw UsageError("-o moves one queue: it needs -b and -q") }
        let command = OffsetMove(reset: reset, time: moment.text, style: .resetByTime)
        return .first(try await command.run(session, safety))
    }
}
