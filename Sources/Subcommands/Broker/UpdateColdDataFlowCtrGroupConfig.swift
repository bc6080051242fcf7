import AdminClient
import AdminProtocol
import CommandKit

struct UpdateColdDataFlowCtrGroupConfig: Subcommand {
    static let about = About(
        "updateColdDataFlowCtrGroupConfig", .broker, "Limit how much a consumer group may read from disk",
        discussion: """
            Old messages have to be read from disk, which slows everybody down. A group that reads more of them than \
            its threshold is answered less often. Brokers know this since 5.1.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -g GroupTest -v 1048576", "1 MiB on each master")
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "on this broker", Target.broker),
        .option("c", "clusterName", "on every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("g", "consumerGroup", "the consumer group") var group: GroupName
    @Option("v", "threshold", "how many bytes it may read in a period") var threshold: Int
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let brokers = try await session.admin.brokers(of: target)
        let plan = Plan(
            summary: "limit the cold reads of \(group.text) to \(threshold) bytes "
                + "on \(counted(brokers.count, "broker"))",
            steps: brokers.map { "broker \($0)" })
        try await session.approve(plan, safety)
        let request = UpdateColdDataFlowConfig(group: group.text, threshold: "\(threshold)")
        return try await session.admin.change(brokers) {
            "updateColdDataFlowCtrGroupConfig success, \($0)"
        } _: {
            _ = try await session.admin.send(request, to: $0)
        }
    }
}
