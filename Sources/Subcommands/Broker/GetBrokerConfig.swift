import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

struct GetBrokerConfig: Subcommand {
    static let about = About(
        "getBrokerConfig", .broker, "Show the configuration of brokers",
        discussion: "With -c a cluster's masters are asked, each followed by its slaves.",
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911", "one broker"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster --json", "every broker of a cluster, for a program"),
        ])

    @Choice(
        .option("b", "brokerAddr", "this broker", Target.broker),
        .option("c", "clusterName", "every broker of this cluster", Target.cluster)
    ) var target: Target

    func run(in session: Session) async throws -> Table<BrokerProperties> {
        let members = try await session.admin.members(of: target)
        let outcomes = try await session.admin.outcomes(of: members) { member in
            let text = try await session.admin.send(AdminProtocol.GetBrokerConfig(), to: member.address)
            return Dictionary(JavaProperties(parsing: text).entries)
        }
        let rows = outcomes.values.map { BrokerProperties(member: $0.target, properties: $0.value) }
        return Table(rows, layout: .lines { $0.text }, failures: outcomes.failures)
    }
}
