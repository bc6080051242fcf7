import AdminClient
import AdminProtocol
import CommandKit

struct ExportPopRecord: Subcommand {
    static let about = About(
        "exportPopRecord", .export, "Have brokers write back which messages were popped, for a version before 5.3.3",
        discussion: """
            Since 5.3.3 brokers keep in RocksDB which messages were popped and not yet confirmed. Before a broker is \
            taken back to an older version, this has it write them where older versions look for them. It is about \
            the broker's own store: no file is written here.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -d true", "which brokers would be asked"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "on every master and slave of the cluster"),
            Example("-b 127.0.0.1:10911", "on one broker"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("c", "clusterName", "every broker of this cluster, slaves too", Target.cluster),
        .option("b", "brokerAddr", "this broker", Target.broker)
    ) var target: Target
    @Option("d", "dryRun", "whether to change nothing, and only list the brokers") var dryRun: Bool?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<PopRecordExport> {
        let admin = session.admin
        let isDry = dryRun == true
        let rows = try await brokers(through: admin).map { PopRecordExport(name: $0, address: $1, isDry: isDry) }
        guard !isDry else { return Table(rows, layout: .lines { $0.line }) }
        let plan = Plan(
            summary: "write records of popped messages back on \(counted(rows.count, "broker"))",
            steps: rows.map { "\($0.name) \($0.address)" })
        try await session.approve(plan, safety)
        let outcomes = try await admin.outcomes(of: rows) { row in
            // Java gives a broker that long, too: it goes through all its records before it answers.
            try await admin.send(PopRollback(), to: row.address, within: max(.seconds(30), admin.settings.timeout))
        }
        return Table(outcomes.values.map(\.target), layout: .lines { $0.line }, failures: outcomes.failures)
    }

    private func brokers(through admin: Admin) async throws -> [(name: String, address: PeerAddress)] {
        switch target {
        case .broker(let broker): [(try await admin.properties(of: broker.peer)["brokerName"] ?? "", broker.peer)]
        case .cluster(let cluster):
            try await admin.clusterInfo().groups(of: cluster.text).flatMap { group in
                group.brokerAddrs.sorted { $0.key < $1.key }.compactMap { _, text in
                    PeerAddress(text).map { (group.brokerName, $0) }
                }
            }
        }
    }
}
