import AdminClient
import AdminProtocol
import CommandKit

struct TopicClusterList: Subcommand {
    static let about = About(
        "topicClusterList", .topic, "List the clusters that have a topic",
        examples: [Example("-n 127.0.0.1:9876 -t TopicTest", "the clusters that have TopicTest")],
        statuses: [.notFound: "There is no such topic."])

    @Option("t", "topic", "the topic") var topic: TopicName

    func run(in session: Session) async throws -> Table<ClusterRow> {
        async let clusters = session.admin.clusterInfo().clusterAddrTable
        let brokers = Set(try await session.admin.route(of: topic.text).brokerDatas.map(\.brokerName))
        let names = try await clusters.filter { !brokers.isDisjoint(with: $0.value) }.keys.sorted()
        return Table(names.map(ClusterRow.init), layout: .lines { $0.cluster })
    }
}

struct ClusterRow: TableRow {
    var cluster: String
    static let columns: [Column<Self>] = [Column("#Cluster", "cluster") { $0.cluster }]
}
