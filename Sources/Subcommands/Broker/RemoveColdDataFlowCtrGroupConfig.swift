import AdminClient
import AdminProtocol
import CommandKit

struct RemoveColdDataFlowCtrGroupConfig: Subcommand {
    static let about = About(
        "removeColdDataFlowCtrGroupConfig", .broker, "Let a consumer group read from disk as the others do",
        discussion: "It takes back what updateColdDataFlowCtrGroupConfig set. Brokers know this since 5.1.",
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -g GroupTest", "on one broker"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -g GroupTest", "on every master of a cluster"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "on this broker", Target.broker),
        .option("c", "clusterName", "on every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("g", "consumerGroup", "the consumer group") var group: GroupName
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let brokers = try await session.admin.brokers(of: target)
        let plan = Plan(
            summary: "remove the cold read limit of \(group.text) from \(counted(brokers.count, "broker"))",
            steps: brokers.map { "broker \($0)" })
        try await session.approve(plan, safety)
        return try await session.admin.change(brokers) {
            "remove broker cold read threshold success, \($0)"
        } _: {
            _ = try await session.admin.send(RemoveColdDataFlowConfig(group: group.text), to: $0)
        }
    }
}
