import AdminClient
import AdminProtocol
import CommandKit

struct GetAclConfig: Subcommand {
    static let about = About(
        "getAclConfig", .acl, "Show the accounts in the access control file of brokers",
        discussion: """
            Secret keys are shown as they are. Brokers of 4.9.8 cannot be asked for their accounts, and those of 5.3 \
            have users instead: see listUser.
            """,
        aliases: ["getAccessConfigSubCommand"],
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911", "of one broker"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "of each master of a cluster"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "of this broker", Target.broker),
        .option("c", "clusterName", "of every master of this cluster", Target.cluster)
    ) var target: Target

    func run(in session: Session) async throws -> Table<BrokerAccounts> {
        let outcomes = try await session.admin.outcomes(of: session.admin.brokers(of: target)) { broker in
            try await session.admin.send(GetBrokerClusterAclConfig(), to: broker)
        }
        let rows = outcomes.values.map { BrokerAccounts(broker: $0.target.description, accounts: $0.value) }
        return Table(rows, layout: .lines { $0.text }, failures: outcomes.failures)
    }
}
