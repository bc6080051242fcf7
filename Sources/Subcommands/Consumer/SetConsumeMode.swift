import AdminClient
import AdminProtocol
import CommandKit

struct SetConsumeMode: Subcommand {
    static let about = About(
        "setConsumeMode", .consumer, "Make a group pull a topic's messages, or pop them",
        discussion: """
            A client that pulls owns its queues; clients that pop share all queues, and the broker keeps track of each \
            message. Brokers know this since 5.0. Without -b and -c the only cluster is meant.
            """,
        examples: [
            Example(
                "-n 127.0.0.1:9876 -c DefaultCluster -t TopicTest -g GroupTest -m POP -q 8", "pop from 8 more queues"),
            Example("-b 127.0.0.1:10911 -t TopicTest -g GroupTest -m PULL", "on one broker"),
        ])

    @Choice(
        .option("b", "brokerAddr", "on this broker only", Target.broker),
        .option("c", "clusterName", "on every master of this cluster", Target.cluster)
    ) var target: Target?
    @Option("t", "topicName", "the topic") var topic: TopicName
    @Option("g", "groupName", "the consumer group") var group: GroupName
    @Option("m", "mode", "how the group gets the topic's messages") var mode: ConsumeMode
    @Option("q", "popShareQueueNum", "how many more queues a client pops from than its share; 0 means all")
    var sharedQueues = 0

    func run(in session: Session) async throws -> Table<ConsumeModeRow> {
        let setting = MessageRequestModeSetting(
            group: group.text, topic: topic.text, mode: mode.rawValue, popShareQueueNum: sharedQueues)
        let brokers = try await session.admin.brokers(of: target)
        let outcomes = try await session.admin.outcomes(of: brokers) { broker in
            try await session.admin.send(SetMessageRequestMode(setting), to: broker)
        }
        let summary =
            "topic[\(topic.text)] group[\(group.text)] consume mode[\(mode.rawValue)] popShareQueueNum[\(sharedQueues)]"
        return Table(
            outcomes.values.map { ConsumeModeRow(broker: "\($0.target)", setting: setting) },
            layout: .lines(after: [summary]) { "set consume mode to \($0.broker) success." },
            failures: outcomes.failures)
    }
}
