import AdminClient
import AdminProtocol
import CommandKit

struct ExportMetadata: Subcommand {
    static let about = About(
        "exportMetadata", .export, "Write the definitions of topics and consumer groups to a JSON file",
        discussion: """
            What brokers make for themselves is left out. With -c the brokers of the cluster are taken together: the \
            queues of a topic that several of them have are added up. With -b the file also says when the broker's \
            table last changed. The file is topic.json, subscriptionGroup.json, or metadata.json with both.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "everything, to /tmp/rocketmq/export/metadata.json"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -t -s -f backup", "topics, to backup/topic.json"),
            Example("-b 127.0.0.1:10911 -g", "the groups of one broker"),
        ],
        statuses: [
            .partial: "Some brokers did not answer: the file holds what the others said.",
            .notFound: "There is no such cluster: nothing was written.",
        ])

    @Choice(
        .option("c", "clusterName", "the masters of this cluster, taken together", Target.cluster),
        .option("b", "brokerAddr", "this broker; with -t or -g", Target.broker)
    ) var target: Target
    @Option("f", "filePath", "the folder to write to") var folder = ExportFolder.standard
    @Choice(
        .flag("t", "topic", "topics only", .topics),
        .flag("g", "subscriptionGroup", "consumer groups only", .subscriptionGroups)
    ) var only: MetadataExport.Part?
    @Option("s", "specialTopic", "also the topics for retries and dead letters") var specialTopic: Bool

    func run(in session: Session) async throws -> Record<ExportedFile> {
        let (admin, only, withDerived) = (session.admin, only, specialTopic)
        let (brokers, orphans) = try await brokers(through: admin)
        let outcomes = try await admin.outcomes(of: brokers) { broker in
            try await MetadataExport(of: broker, only, withDerived, through: admin)
        }
        let export = MetadataExport(merging: outcomes.values.map(\.value))
        let isOneBroker = if case .broker = target { true } else { false }
        let document = isOneBroker ? export.tables : export.tables(at: session.clock.milliseconds)
        let file = try folder.write(document, named: only?.fileName ?? "metadata.json")
        return ExportedFile(
            file: file, brokers: outcomes.values.count, topics: export.topics?.topicConfigTable.count,
            subscriptionGroups: export.groups?.subscriptionGroupTable.count
        ).report(outcomes.failures + orphans)
    }

    private func brokers(through admin: Admin) async throws -> ([PeerAddress], [Failure]) {
        switch target {
        case .broker(let broker):
            if only == nil { throw UsageError("-b needs -t or -g: which of the two to export") }
            return ([broker.peer], [])
        case .cluster(let cluster):
            let cluster = try await ClusterMasters(of: cluster, through: admin)
            return (cluster.masters.map(\.address), cluster.failures)
        }
    }
}
