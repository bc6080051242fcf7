import AdminClient
import CommandKit
import LooseJSON

struct ExportMetrics: Subcommand {
    static let about = About(
        "exportMetrics", .export, "Write the load and the size of a cluster's brokers to a JSON file",
        discussion: """
            The file is metrics.json. For each master it has messages a second in and out, yesterday's totals, the \
            used part of the disk, the count of topics and groups, and the versions of the clients that consume; then \
            the sums over all masters.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "to /tmp/rocketmq/export/metrics.json"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -f backup", "to backup/metrics.json"),
        ],
        statuses: [
            .partial: "Some servers did not answer: the file holds what the others said.",
            .notFound: "There is no such cluster: nothing was written.",
        ])

    @Option("c", "clusterName", "the cluster") var cluster: ClusterName
    @Option("f", "filePath", "the folder to write to") var folder = ExportFolder.standard

    func run(in session: Session) async throws -> Record<ExportedFile> {
        let admin = session.admin
        let cluster = try await ClusterMasters(of: cluster, through: admin)
        let outcomes = try await admin.outcomes(of: cluster.masters) { try await BrokerMetrics(of: $0, through: admin) }
        let brokers = outcomes.values.map(\.value)
        let clients = await GroupClients(of: brokers, through: admin)
        let document: JSON = [
            "totalData": BrokerMetrics.total(of: brokers),
            "evaluateReport": .object(
                brokers.map { JSON.Member(.string($0.name), $0.report(clients: clients.versions(of: $0.groups))) }),
        ]
        let file = try folder.write(document, named: "metrics.json")
        return ExportedFile(file: file, brokers: brokers.count)
            .report(outcomes.failures + clients.failures + cluster.failures)
    }
}
