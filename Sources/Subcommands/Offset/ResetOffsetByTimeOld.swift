import AdminClient
import CommandKit

struct ResetOffsetByTimeOld: Subcommand {
    static let about = About(
        "resetOffsetByTimeOld", .offset, "Move a consumer group to a point in time by writing its offsets",
        discussion: """
            The group's clients are not told, and overwrite the offsets while they run: stop them first. \
            resetOffsetByTime tells them where it can.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -g GroupTest -t TopicTest -s 2026-11-20#08:00:00:000", "go back to a time")
        ],
        statuses: [.notFound: "There is no such topic, or no such group.", .partial: "A broker or a queue failed."])

    @Option("g", "group", "the consumer group") var group: GroupName
    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("s", "timestamp", "where to: now, milliseconds, or yyyy-MM-dd#HH:mm:ss:SSS") var moment: Moment
    @Option("f", "force", "whether offsets may also move forward (true)") var force: Bool?
    @Option("c", "cluster", "the cluster, or an LMQ's parent topic: where to look for the brokers", only: .v5)
    var cluster: ClusterName?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> OffsetReport {
        var reset = OffsetReset(
            group: group.text, topic: topic.text, timestamp: moment.milliseconds ?? session.clock.milliseconds,
            isForced: force ?? true)
        reset.parent = cluster?.text
        return try await OffsetMove(reset: reset, time: moment.text, style: .writtenOnly).run(session, safety)
    }
}
