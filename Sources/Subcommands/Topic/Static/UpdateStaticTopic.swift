import AdminClient
import AdminProtocol
import CommandKit

struct UpdateStaticTopic: Subcommand {
    static let about = About(
        "updateStaticTopic", .topic, "Create a static topic, or give it more queues (RocketMQ 5)",
        discussion: """
            The logical queues of a static topic keep their number while brokers come and go: a mapping, which each \
            broker knows, says which broker has each queue. It is written to a file before and after the change; \
            -mf sends the mapping of such a file again.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -t Orders -qn 8", "8 queues on the brokers of a cluster"),
            Example("-n 127.0.0.1:9876 -b broker-a,broker-b -t Orders -qn 16", "16 queues on two brokers"),
        ],
        statuses: [.notFound: "There is no such cluster or broker: nothing was sent."])

    @Choice(
        .option("b", "brokers", "names of brokers, separated by commas", StaticTopicTargets.brokers),
        .option("c", "clusters", "names of clusters, separated by commas", StaticTopicTargets.clusters)
    ) var targets: StaticTopicTargets?
    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("qn", "totalQueueNum", "how many logical queues there shall be") var queueCount: Int?
    @Option("mf", "mapFile", "send the mapping of this file") var mapFile: FilePath?
    @Option("fr", "forceReplace", "whether brokers take a mapping that contradicts theirs") var force: Bool?

    func run(in session: Session) async throws -> Message {
        let info = try await session.admin.clusterInfo()
        let rollout = StaticTopicRollout(admin: session.admin, info: info, force: force == true)
        if let mapFile {
            let state = try MappingFile(reading: mapFile.text, of: topic.text).state()
            return try await send(state, rollout, files: [])
        }
        guard let targets, let queueCount else { throw UsageError("give -qn, and -b or -c; or -mf") }
        let names = try targets.names(in: info)
        let now = session.clock.milliseconds
        var state = try await rollout.state(of: topic.text)
        let old = MappingFile(state, epoch: try state.agreement()?.epoch ?? now)
        var random = SystemRandomNumberGenerator()
        try state.grow(to: queueCount, on: names, now: now, using: &random)
        _ = try rollout.masters(of: state.shares.keys)
        let new = MappingFile(state, epoch: try state.agreement()?.epoch ?? now)
        let files = [try old.write(suffix: "before"), try new.write(suffix: "after")]
        try rollout.complete(&state)
        return try await send(state, rollout, files: files)
    }
}
