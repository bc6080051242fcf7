import AdminClient
import AdminProtocol
import CommandKit

struct BrokerStatus: Subcommand {
    static let about = About(
        "brokerStatus", .broker, "Show the run-time figures of brokers",
        discussion: """
            Among them: messages stored and read today, rates over the last 10 seconds, minute and 10 minutes \
            (putTps, getTransferredTps), requests that wait for a thread, and the used part of the disk. With -c a \
            cluster's masters and slaves are asked.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911", "one broker"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "every broker of a cluster"),
        ])

    @Choice(
        .option("b", "brokerAddr", "this broker", Target.broker),
        .option("c", "clusterName", "every broker of this cluster", Target.cluster)
    ) var target: Target

    func run(in session: Session) async throws -> Table<BrokerFigure> {
        let members = try await session.admin.members(of: target)
        let outcomes = try await session.admin.outcomes(of: members) { member in
            try await session.admin.send(GetBrokerRuntimeInfo(), to: member.address)
        }
        let rows = outcomes.values.flatMap { member, info in
            info.table.map { BrokerFigure(broker: member.description, name: $0.key, value: $0.value) }
                .sorted { $0.name < $1.name }
        }
        let columns = if case .broker = target { BrokerFigure.ofOne } else { BrokerFigure.ofMany }
        return Table(rows, layout: .columns(columns, header: false), failures: outcomes.failures)
    }
}
