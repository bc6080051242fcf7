import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

struct GetColdDataFlowCtrInfo: Subcommand {
    static let about = About(
        "getColdDataFlowCtrInfo", .broker, "Show how much consumer groups read from disk, and their limits",
        discussion: """
            Messages that have left memory are cold: reading them slows everybody down. configTable has the limits \
            that updateColdDataFlowCtrGroupConfig set, runtimeTable what groups read, in bytes. Brokers know this \
            since 5.1.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911", "one broker"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster --json", "every broker of a cluster, for a program"),
        ])

    @Choice(
        .option("b", "brokerAddr", "this broker", Target.broker),
        .option("c", "clusterName", "every broker of this cluster", Target.cluster)
    ) var target: Target

    func run(in session: Session) async throws -> Table<ColdDataFlow> {
        let members = try await session.admin.members(of: target)
        let outcomes = try await session.admin.outcomes(of: members) { member in
            let text = try await session.admin.send(GetColdDataFlowInfo(), to: member.address)
            return ColdDataFlow(member: member, info: text.isEmpty ? nil : try JSON(parsing: Array(text.utf8)))
        }
        return Table(outcomes.values.map(\.value), layout: .lines { $0.text }, failures: outcomes.failures)
    }
}
