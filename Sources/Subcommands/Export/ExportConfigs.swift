import AdminClient
import CommandKit
import LooseJSON

struct ExportConfigs: Subcommand {
    static let about = About(
        "exportConfigs", .export, "Write the size of a cluster and its brokers' main settings to a JSON file",
        discussion: "The file is configs.json. Of a broker's settings it has sixteen; see getBrokerConfig for all.",
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "to /tmp/rocketmq/export/configs.json"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -f backup", "to backup/configs.json"),
        ],
        statuses: [
            .partial: "Some masters did not answer: the file holds the settings of the others.",
            .notFound: "There is no such cluster: nothing was written.",
        ])

    @Option("c", "clusterName", "the cluster") var cluster: ClusterName
    @Option("f", "filePath", "the folder to write to") var folder = ExportFolder.standard

    func run(in session: Session) async throws -> Record<ExportedFile> {
        let admin = session.admin
        let brokers = try await ClusterMasters(of: cluster, through: admin)
        let outcomes = try await admin.outcomes(of: brokers.masters) { try await admin.properties(of: $0.address) }
        let document: JSON = [
            "clusterScale": [
                "namesrvSize": .integer(admin.settings.nameServers.addresses.count),
                "slaveBrokerSize": .integer(brokers.slaves),
                "masterBrokerSize": .integer(brokers.masters.count),
            ],
            "brokerConfigs": .object(outcomes.values.map { member(for: $0.value, at: $0.target.address) }),
        ]
        let file = try folder.write(document, named: "configs.json")
        return ExportedFile(file: file, brokers: outcomes.values.count).report(outcomes.failures + brokers.failures)
    }

    private func member(for values: [String: String], at broker: PeerAddress) -> JSON.Member {
        let kept = Self.names.compactMap { name in values[name].map { JSON.Member(.string(name), .string($0)) } }
        return JSON.Member(.string(values["brokerName"] ?? broker.description), .object(kept))
    }

    private static let names = [
        "brokerClusterName", "brokerId", "brokerName", "brokerRole", "fileReservedTime", "filterServerNums",
        "flushDiskType", "maxMessageSize", "messageDelayLevel", "msgTraceTopicName", "slaveReadEnable", "traceOn",
        "traceTopicEnable", "useTLS", "autoCreateTopicEnable", "autoCreateSubscriptionGroup",
    ]
}
