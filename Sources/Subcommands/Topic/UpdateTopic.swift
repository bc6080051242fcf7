import AdminClient
import AdminProtocol
import CommandKit

struct UpdateTopic: Subcommand {
    static let about = About(
        "updateTopic", .topic, "Create a topic, or change one",
        discussion: """
            A topic is created on one broker, or on every master of a cluster; without -b and -c the only cluster is \
            meant. Of a topic that exists only what is given changes: the rest is kept, and named on standard error. \
            Fewer write queues than read queues is how a topic is shrunk without losing messages.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest", "on every master of the only cluster"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -t Orders -r 16 -w 16", "with 16 queues on each master"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -t Orders -a +message.type=FIFO", "for ordered messages"),
        ])

    @Choice(
        .option("b", "brokerAddr", "create it on this broker only", Target.broker),
        .option("c", "clusterName", "create it on every master of this cluster", Target.cluster)
    ) var target: Target?
    @Option("t", "topic", "the topic's name") var topic: TopicName
    @Option("r", "readQueueNums", "queues that consumers read (8 for a new topic)") var readQueues: Int?
    @Option("w", "writeQueueNums", "queues that producers write (8 for a new topic)") var writeQueues: Int?
    @Option("p", "perm", "2 to write, 4 to read, 6 for both (6 for a new topic)") var perm: TopicPermission?
    @Option("o", "order", "whether the topic is ordered: its queue counts are kept by the name servers")
    var order: Bool?
    @Option("u", "unit", "whether the topic belongs to one unit of a multi-site set-up") var unit: Bool?
    @Option("s", "hasUnitSub", "whether units subscribe to the topic") var hasUnitSub: Bool?
    @Option("a", "attributes", "attributes to set and to drop: +name=value,-name", only: .v5)
    var attributes: TopicAttributes?
    @Option(extra: "java-defaults", "reset what is not given, as the Java tool does") var javaDefaults: Bool
    @Option(extra: "dry-run", "only show the requests that would be sent") var dryRun: Bool

    func run(in session: Session) async throws -> Table<UpdatedTopic> {
        let edits = try attributes.map { try AttributeEdits(parsing: $0.text) }
        guard readQueues ?? 0 >= 0, writeQueues ?? 0 >= 0 else { throw UsageError("-r and -w cannot be negative") }
        let brokers = try await session.admin.brokers(of: target)
        let rehearsal = Rehearsal(isDry: dryRun)
        let outcomes = try await session.admin.outcomes(of: brokers) { broker in
            try await update(on: broker, edits, session, rehearsal)
        }
        try await rehearsal.end("update topic \(topic.text) on \(counted(brokers.count, "broker"))")
        let rows = outcomes.values.map(\.value)
        let orderText = try await storeOrder(of: rows, in: session)
        let configs = rows.map { $0.text(edition: session.edition, edits) }
        let unique = configs.enumerated().filter { !configs[..<$0.offset].contains($0.element) }.map(\.element)
        return Table(
            rows,
            layout: .lines(
                before: orderText.before,
                after: session.edition == .v4
                    ? [orderText.after.joined() + unique.joined()]
                    : orderText.after + unique
            ) { "create topic to \($0.broker) success." },
            failures: outcomes.failures)
    }
}
