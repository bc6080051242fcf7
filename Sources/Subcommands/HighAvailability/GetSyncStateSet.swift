import AdminClient
import AdminProtocol
import CommandKit

struct GetSyncStateSet: Subcommand {
    static let about = About(
        "getSyncStateSet", .highAvailability, "Show which replicas have all that their master has",
        discussion: "The controllers keep this; only a replica that is in sync can become the master without a loss.",
        examples: [
            Example("-n 127.0.0.1:9876 -a 127.0.0.1:9878 -c DefaultCluster", "each group of a cluster"),
            Example("-a 127.0.0.1:9878 -b broker-a -i 5", "one group, again every five seconds"),
        ],
        statuses: [.notFound: "There is no such cluster, or the controllers know no such broker."])

    @Option("a", "controllerAddress", "the controllers; the leader among them is found")
    var controllers: ControllerAddresses
    @Choice(
        .option("c", "clusterName", "the brokers of this cluster", Selection.cluster),
        .option("b", "brokerName", "the brokers of this name", Selection.broker)
    ) var selection: Selection
    @Option("i", "interval", "print again every so many seconds, until interrupted") var interval: Seconds?

    enum Selection: Sendable {
        case cluster(ClusterName)
        case broker(BrokerName)
    }

    func run(in session: Session) async throws -> Series<Table<SyncState>> {
        let (selection, controllers) = (selection, controllers)
        return session.repeated(every: interval) {
            let names = try await Self.brokerNames(of: selection, session.admin)
            let leader = try await session.admin.leader(of: controllers)
            let info = try await session.admin.send(ControllerGetSyncStateData(brokerNames: names), to: leader)
            let missing = names.filter { info.replicasInfoTable[$0] == nil }.map {
                Failure($0, "the controller \(leader) knows no broker '\($0)'")
            }
            if info.replicasInfoTable.isEmpty, let first = missing.first { throw NotFoundError(first.message) }
            let rows = info.replicasInfoTable.sorted { $0.key < $1.key }.map { SyncState(brokerName: $0, replicas: $1) }
            return Table(rows, layout: .lines { $0.text }, failures: missing)
        }
    }

    private static func brokerNames(of selection: Selection, _ admin: Admin) async throws -> [String] {
        switch selection {
        case .broker(let broker): [broker.text]
        case .cluster(let cluster): try await admin.clusterInfo().groups(of: cluster.text).map(\.brokerName)
        }
    }
}
