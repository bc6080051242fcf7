import AdminClient
import CommandKit

struct SkipAccumulatedMessage: Subcommand {
    static let about = About(
        "skipAccumulatedMessage", .offset, "Move a consumer group to the end of a topic: skip what it has not read",
        examples: [Example("-n 127.0.0.1:9876 -g GroupTest -t TopicTest", "skip everything until now")],
        statuses: [.notFound: "There is no such topic, or no such group.", .partial: "A broker or a queue failed."])

    @Option("g", "group", "the consumer group") var group: GroupName
    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("f", "force", "whether offsets may also move forward (true)") var force: Bool?
    @Option("c", "cluster", "the cluster, or an LMQ's parent topic: where to look for the brokers", only: .v5)
    var cluster: ClusterName?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> OffsetReport {
        var reset = OffsetReset(group: group.text, topic: topic.text, timestamp: -1, isForced: force ?? true)
        reset.parent = cluster?.text
        return try await OffsetMove(reset: reset, time: "the end of each queue", style: .skip).run(session, safety)
    }
}
