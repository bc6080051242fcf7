import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

struct UpdateSubGroupList: Subcommand {
    static let about = About(
        "updateSubGroupList", .consumer, "Create or replace many consumer groups, from a file",
        discussion: """
            The file is a JSON list of groups such as {"groupName": "GroupTest", "retryMaxTimes": 3}; the values have \
            the names that getConsumerConfig --json shows, and what is left out gets RocketMQ's default. Brokers \
            before 5.3, which take one group at a time, are sent them one after the other.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -f groups.json", "on every master of a cluster"),
            Example("-b 127.0.0.1:10911 -f groups.json", "on one broker"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "on this broker only", Target.broker),
        .option("c", "clusterName", "on every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("f", "filename", "the file with the groups") var file: FilePath

    func run(in session: Session) async throws -> Table<SubmittedGroups> {
        let groups = try groups(in: try PlainFile.read(file.text))
        guard !groups.isEmpty else {
            session.notify("\(file.text) has no groups: nothing was sent")
            return Table([], layout: .lines { _ in "" })
        }
        let brokers = try await session.admin.brokers(of: target)
        let outcomes = try await session.admin.outcomes(of: brokers) { try await session.admin.store(groups, on: $0) }
        let rows = outcomes.values.map { SubmittedGroups(broker: "\($0.target)", groups: groups.map(\.groupName)) }
        // RocketMQ's tool has two wordings.
        let things = if case .cluster = target { "subscription group" } else { "group" }
        return Table(
            rows,
            layout: .lines {
                "submit batch of \(things) config to \($0.broker) success, please check the result later."
            }, failures: outcomes.failures)
    }

    private func groups(in bytes: [UInt8]) throws -> [SubscriptionGroupConfig] {
        do { return try [SubscriptionGroupConfig](json: JSON(parsing: bytes)) } catch {
            throw UsageError("\(file.text) is no list of groups: \((error as? DecodingError)?.summary ?? "\(error)")")
        }
    }
}
