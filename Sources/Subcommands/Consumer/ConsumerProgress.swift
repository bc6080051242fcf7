import AdminClient
import AdminProtocol
import CommandKit

struct ConsumerProgress: Subcommand {
    static let about = About(
        "consumerProgress", .consumer, "Show how far consumer groups have come, and their lag",
        discussion: """
            With -g there is a row for each queue; the lag, Diff, is what the broker has and the group has not \
            confirmed, and Inflight what its clients have pulled but not confirmed. Without -g there is a row for each \
            group.
            """,
        examples: [
            Example("-n 127.0.0.1:9876", "every group"),
            Example("-n 127.0.0.1:9876 -g GroupTest", "each queue of a group"),
            Example("-n 127.0.0.1:9876 -g GroupTest -s true", "with the clients that own the queues"),
        ],
        statuses: [.notFound: "There is no such group, or it has no offsets."])

    @Option("g", "groupName", "the consumer group") var group: GroupName?
    @Option("s", "showClientIP", "whether to show which client owns each queue") var showClientIP: Bool?
    @Option("t", "topicName", "only this topic", only: .v5) var topic: TopicName?
    @Option("c", "cluster", "the cluster, or an LMQ's parent topic: where to look for the group's brokers", only: .v5)
    var cluster: ClusterName?

    func run(in session: Session) async throws -> Either<ProgressReport, Table<GroupSummary>> {
        guard let group else {
            if topic != nil || showClientIP == true { throw UsageError("-t and -s need a group: add -g") }
            return .second(try await GroupSummary.table(of: session.admin))
        }
        var progress = try await session.admin.progress(of: group.text, topic: topic?.text, cluster: cluster?.text)
        // As in Java, -c leaves the queues of static topics as they are stored.
        if cluster == nil {
            progress = try progress.logical(await session.admin.staticTopics(among: progress.topics))
        }
        let owners = showClientIP == true ? try await session.admin.owners(of: group.text) : nil
        let rows = progress.offsets.map { QueueProgress(queue: $0.queue, offset: $0.offset, client: owners?[$0.queue]) }
        return .first(
            ProgressReport(
                group: group.text, consumeTps: progress.consumeTps, rows: rows, showsClient: owners != nil,
                edition: session.edition, failures: progress.failures.map { Failure($0.address, $0.error) }))
    }
}
