import AdminClient
import AdminProtocol
import CommandKit
import EventLoop

struct ClusterList: Subcommand {
    static let about = About(
        "clusterList", .cluster, "List every broker of every cluster, with its load",
        discussion: """
            A broker of id 0 is a master, others are its slaves. TPS are messages a second; in brackets stand the \
            requests that wait and how long the first of them has waited. Hour is the age of the oldest message, \
            SPACE the used part of the disk. A broker that does not answer has a row without figures.
            """,
        examples: [
            Example("-n 127.0.0.1:9876", "all brokers"),
            Example("-n 127.0.0.1:9876 -m", "messages in and out, yesterday and today"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -i 5", "one cluster, again every five seconds"),
        ])

    @Option("m", "moreStats", "show message totals instead of the load") var moreStats: Bool
    @Option("i", "interval", "print again every so many seconds, until interrupted") var interval: Int?
    @Option("c", "clusterName", "only this cluster", only: .v5) var cluster: ClusterName?

    func run(in session: Session) async throws -> Series<Table<BrokerLoad>> {
        guard let interval else {
            let table = try await table(in: session)
            return Series { emit in try await emit(table) }
        }
        guard interval > 0 else { throw UsageError("the interval must be at least one second") }
        return Series { emit in
            while true {
                try await emit(table(in: session))
                try await session.admin.loop.sleep(until: .after(.seconds(interval)))
            }
        }
    }

    private func table(in session: Session) async throws -> Table<BrokerLoad> {
        let info = try await session.admin.clusterInfo()
        let clusters = cluster.map { [$0.text] } ?? info.clusterAddrTable.keys.sorted()
        var rows: [BrokerLoad] = []
        for cluster in clusters {
            for group in try info.groups(of: cluster) {
                rows += group.brokerAddrs.sorted { $0.key < $1.key }.map { id, address in
                    BrokerLoad(cluster: cluster, name: group.brokerName, id: id, address: address)
                }
            }
        }
        let failures = await BrokerLoad.fill(&rows, session)
        return Table(rows, layout: .columns(BrokerLoad.columns(of: session.edition, moreStats)), failures: failures)
    }
}
