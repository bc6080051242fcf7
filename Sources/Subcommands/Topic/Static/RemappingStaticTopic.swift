import AdminClient
import AdminProtocol
import CommandKit

struct RemappingStaticTopic: Subcommand {
    static let about = About(
        "remappingStaticTopic", .topic, "Move the queues of a static topic to other brokers (RocketMQ 5)",
        discussion: """
            As few logical queues move as are needed for the brokers to have as many as each other; messages that are \
            stored stay where they are, and consumers read them from there. The mapping is written to a file before \
            and after the change; -mf sends the mapping of such a file again.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -b broker-b -t Orders", "all queues to one broker"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -t Orders --dry-run", "see which would move"),
        ],
        statuses: [.notFound: "There is no such topic, cluster or broker: nothing was sent."])

    @Choice(
        .option("b", "brokers", "names of brokers, separated by commas", StaticTopicTargets.brokers),
        .option("c", "clusters", "names of clusters, separated by commas", StaticTopicTargets.clusters)
    ) var targets: StaticTopicTargets?
    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("mf", "mapFile", "send the mapping of this file") var mapFile: FilePath?
    @Option("fr", "forceReplace", "whether brokers take a mapping that contradicts theirs") var force: Bool?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Message {
        let info = try await session.admin.clusterInfo()
        let rollout = StaticTopicRollout(admin: session.admin, info: info, force: force == true)
        if let mapFile {
            let file = try MappingFile(reading: mapFile.text, of: topic.text)
            let state = try file.state()
            try await session.approve(plan(file.move, info), safety)
            return try await move(state, file.move, rollout, files: [])
        }
        guard let targets else { throw UsageError("give -b or -c; or -mf") }
        let names = try targets.names(in: info)
        _ = try rollout.masters(of: names)
        let now = session.clock.milliseconds
        var state = try await rollout.state(of: topic.text)
        guard let epoch = try state.agreement()?.epoch else { throw NotFoundError("no broker has '\(topic.text)'") }
        let old = MappingFile(state, epoch: epoch)
        let move = try state.move(to: names, now: now)
        let new = MappingFile(state, epoch: try state.agreement()?.epoch ?? now, move: move)
        try await session.approve(plan(move, info), safety)
        let files = [try old.write(suffix: "before"), try new.write(suffix: "after")]
        try rollout.complete(&state)
        return try await self.move(state, move, rollout, files: files)
    }
}
