import AdminClient
import AdminProtocol
import CommandKit

struct CheckRocksdbCqWriteProgress: Subcommand {
    static let about = About(
        "checkRocksdbCqWriteProgress", .queue, "Have brokers compare their consume queues in RocksDB and in files",
        discussion: """
            For brokers of RocketMQ 5.3 that write both. Every master of the cluster starts to compare, and writes \
            what it finds to its log; here only stands whether it could.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "what was stored in the last 30 days"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -t TopicTest -cf 1795171448034", "one topic, since a time"),
        ])

    @Option("c", "cluster", "the cluster") var cluster: ClusterName
    @Option("t", "topic", "only this topic") var topic: TopicName?
    @Option("cf", "checkFrom", "only what was stored since then, in epoch milliseconds (else for 30 days)")
    var checkFrom: Int?

    func run(in session: Session) async throws -> Table<ConsumeQueueCheck> {
        let groups = try await session.admin.clusterInfo().groups(of: cluster.text)
        let since = checkFrom ?? session.clock.milliseconds - 30 * 24 * 3_600_000
        let request = AdminProtocol.CheckRocksdbCqWriteProgress(topic: topic?.text ?? "", since: since)
        let masters = Dictionary(groups.map { ($0.brokerName, $0.masterAddress) }) { first, _ in first }
        let outcomes = try await session.admin.outcomes(of: groups.map(\.brokerName)) { name in
            guard let address = masters[name].flatMap({ $0 }).flatMap({ PeerAddress($0) }) else {
                throw NotFoundError("broker '\(name)' has no master at the moment")
            }
            return try await session.admin.send(request, to: address)
        }
        let rows = outcomes.values.map { ConsumeQueueCheck(brokerName: $0.target, result: $0.value) }
        let refusals = rows.filter { $0.result.status == .error }.map { row in
            Failure(row.brokerName, "\(row.brokerName): \(row.result.checkResult ?? "the check failed")")
        }
        return Table(rows, layout: .lines { $0.line }, failures: outcomes.failures + refusals)
    }
}

/// Whether a broker compares its consume queues.
struct ConsumeQueueCheck: TableRow {
    var brokerName: String
    var result: CheckRocksdbCqWriteResult

    static let columns: [Column<Self>] = [
        Column(key: "brokerName") { $0.brokerName },
        Column(key: "checkStatus") { $0.result.checkStatus },
        Column(key: "checkResult") { $0.result.checkResult },
    ]

    /// A line of `CheckRocksdbCqWriteProgressCommand`.
    var line: String {
        result.status == .error
            ? "\(brokerName) check error, please check log... errInfo: \(result.checkResult ?? "null")"
            : "\(brokerName) check doing, please wait and get the result from log... "
    }
}
