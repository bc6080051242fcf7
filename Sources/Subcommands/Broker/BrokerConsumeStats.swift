import AdminClient
import AdminProtocol
import CommandKit

struct BrokerConsumeStats: Subcommand {
    static let about = About(
        "brokerConsumeStats", .broker, "Show how far every consumer group has come on one broker",
        discussion: """
            There is a row for each queue that a group has consumed from; Diff is what the broker has and the group \
            has not confirmed. Diff Total counts every queue, those without a row too.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911", "every group"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -l 1000", "queues with a lag of 1000 messages or more"),
        ])

    @Option("b", "brokerAddr", "the broker") var broker: BrokerAddress
    @Option("t", "timeoutMillis", "how many milliseconds the broker may take") var timeout = 50_000
    @Option("l", "level", "only queues with at least this lag") var level = 0
    @Option("o", "order", "whether to show ordered topics only") var isOrder: Bool?

    func run(in session: Session) async throws -> GroupLagReport {
        guard timeout > 0 else { throw UsageError("-t must be at least one millisecond") }
        let stats = try await session.admin.send(
            GetConsumeStatsInBroker(isOrder: isOrder == true), to: broker.peer, within: .milliseconds(timeout))
        let rows = stats.consumeStatsList.flatMap { groups in
            groups.flatMap { group, topics in
                topics.flatMap { topic in
                    topic.offsetTable.map { GroupLag(group: group, queue: $0.key, offset: $0.value) }
                }
            }
        }
        let lagging = rows.filter { $0.diff >= level }.sorted { ($0.group, $0.queue) < ($1.group, $1.queue) }
        return GroupLagReport(
            queues: lagging.filter { $0.offset.lastTimestamp > 0 },
            unconsumed: lagging.filter { $0.offset.lastTimestamp <= 0 }, total: stats.totalDiff)
    }
}
