import AdminClient
import AdminProtocol
import CommandKit

struct GetConsumerConfig: Subcommand {
    static let about = About(
        "getConsumerConfig", .consumer, "Show the settings of a consumer group on every broker that has it",
        examples: [Example("-n 127.0.0.1:9876 -g GroupTest", "the group on all brokers")],
        statuses: [.notFound: "No broker has the group."])

    @Option("g", "groupName", "the consumer group") var group: GroupName

    func run(in session: Session) async throws -> Table<GroupConfigRow> {
        let info = try await session.admin.clusterInfo()
        let brokers = try info.groups(of: nil)
        let outcomes = try await session.admin.outcomes(of: brokers.map(\.brokerName)) { name in
            guard let text = info.brokerAddrTable[name]?.anyAddress, let address = PeerAddress(text) else {
                throw NotFoundError("broker '\(name)' has no address")
            }
            return try await session.admin.groupConfig(of: group.text, on: address)
        }
        let rows = outcomes.values.compactMap { name, config in
            config.map { GroupConfigRow(cluster: info.cluster(of: name), brokerName: name, config: $0) }
        }
        if rows.isEmpty, outcomes.failures.isEmpty { throw NotFoundError("no broker has a group '\(group.text)'") }
        let edition = session.edition
        return Table(rows, layout: .lines { $0.text(of: edition) }, failures: outcomes.failures)
    }
}

/// A group as one broker has it.
struct GroupConfigRow: TableRow {
    var cluster: String?
    var brokerName: String
    var config: SubscriptionGroupConfig

    static let columns: [Column<Self>] =
        [Column(key: "cluster") { $0.cluster }, Column(key: "brokerName") { $0.brokerName }]
        + SubscriptionGroupConfig.columns { $0.config }

    func text(of edition: Edition) -> String {
        let rule = String(repeating: "=", count: 29)
        let lines = config.fields(of: edition).map { "\(left($0.name, 40))=  \($0.text ?? "")" }
        return ["\(rule)\(cluster ?? "null"):\(brokerName)\(rule)"].joined() + "\n" + lines.joined(separator: "\n")
    }
}
