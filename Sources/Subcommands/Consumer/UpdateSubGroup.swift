import AdminClient
import AdminProtocol
import CommandKit

struct UpdateSubGroup: Subcommand {
    static let about = About(
        "updateSubGroup", .consumer, "Create a consumer group, or change one",
        discussion: """
            A group is created on one broker, or on every master of a cluster; without -b and -c the only cluster is \
            meant. Of a group that exists only what is given changes: the rest is kept, and named on standard error. \
            A retry policy is JSON such as {"type":"EXPONENTIAL","exponentialRetryPolicy":{"initial":5000,\
            "max":7200000,"multiplier":2}} or {"type":"CUSTOMIZED","customizedRetryPolicy":{"next":[1000,5000]}}.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -g GroupTest", "on every master of the only cluster"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -g GroupTest -r 3", "give up on a message after 3 retries"),
        ])

    @Choice(
        .option("b", "brokerAddr", "create it on this broker only", Target.broker),
        .option("c", "clusterName", "create it on every master of this cluster", Target.cluster)
    ) var target: Target?
    @Option("g", "groupName", "the group's name") var group: GroupName
    @Option("s", "consumeEnable", "whether the group may consume (true for a new group)") var consumeEnable: Bool?
    @Option("m", "consumeFromMinEnable", "whether it may start at the oldest message") var fromMinimum: Bool?
    @Option("d", "consumeBroadcastEnable", "whether each client may get every message") var broadcast: Bool?
    @Option("o", "consumeMessageOrderly", "whether messages are consumed in order", only: .v5) var orderly: Bool?
    @Option("q", "retryQueueNums", "queues of the retry topic (1 for a new group)") var retryQueues: Int?
    @Option("r", "retryMaxTimes", "how often a message is tried again (16 for a new group)") var retries: Int?
    @Option("p", "groupRetryPolicy", "how long a message waits before it is tried again", only: .v5)
    var retryPolicy: RetryPolicy?
    @Option("i", "brokerId", "the broker to read from (0, the master, for a new group)") var brokerId: Int?
    @Option("w", "whichBrokerWhenConsumeSlowly", "the broker to read from when far behind (1)") var slowBroker: Int?
    @Option("a", "notifyConsumerIdsChanged", "whether clients hear of each other's coming and going (true)")
    var notify: Bool?
    @Option(nil, "attributes", "attributes to set and to drop: +name=value,-name", only: .v5) var attributes: String?
    @Option(extra: "java-defaults", "reset what is not given, as the Java tool does") var javaDefaults: Bool
    @Option(extra: "dry-run", "only show the requests that would be sent") var dryRun: Bool

    func run(in session: Session) async throws -> Table<UpdatedGroup> {
        let edits = try attributes.map { try AttributeEdits(parsing: $0) }
        let brokers = try await session.admin.brokers(of: target)
        let rehearsal = Rehearsal(isDry: dryRun)
        let outcomes = try await session.admin.outcomes(of: brokers) { broker in
            try await update(on: broker, edits, session, rehearsal)
        }
        try await rehearsal.end("update group \(group.text) on \(counted(brokers.count, "broker"))")
        return UpdatedGroup.table(outcomes.values.map(\.value), outcomes.failures, session.edition)
    }
}
