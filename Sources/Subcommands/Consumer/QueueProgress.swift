import AdminProtocol
import CommandKit

/// How far a group has come in one queue.
struct QueueProgress: TableRow {
    var queue: MessageQueue
    var offset: OffsetWrapper
    /// The address of the client that owns the queue.
    var client: String?

    /// Messages that the broker has and the group has not confirmed.
    var diff: Int { offset.brokerOffset.value &- offset.consumerOffset.value }

    /// Messages that clients have pulled and not confirmed; 0 for brokers before 5.0, which do not say.
    var inflight: Int { offset.pullOffset.map { $0.value &- offset.consumerOffset.value } ?? 0 }

    static let columns: [Column<Self>] = [
        Column(key: "topic") { $0.queue.topic },
        Column(key: "brokerName") { $0.queue.brokerName },
        Column(key: "queueId") { $0.queue.queueId },
        Column(key: "brokerOffset") { $0.offset.brokerOffset.value },
        Column(key: "consumerOffset") { $0.offset.consumerOffset.value },
        Column(key: "clientIP") { $0.client },
        Column(key: "diff") { $0.diff },
        Column(key: "inflight") { $0.offset.pullOffset == nil ? nil : $0.inflight },
        Column(key: "lastTimestamp") { $0.offset.lastTimestamp },
    ]

    /// The text's columns, as `ConsumerProgressSubCommand` of the edition prints them.
    static func columns(of edition: Edition, _ showsClient: Bool) -> [Column<Self>] {
        var columns: [Column<Self>] = [
            Column("#Topic", width: -64) { $0.queue.topic.front(64) },
            Column("#Broker Name", width: -32) { $0.queue.brokerName.front(32) },
            Column("#QID", width: -4) { "\($0.queue.queueId)" },
            Column("#Broker Offset", width: -20) { "\($0.offset.brokerOffset.value)" },
            Column("#Consumer Offset", width: -20) { "\($0.offset.consumerOffset.value)" },
        ]
        if showsClient { columns.append(Column("#Client IP", width: -20, gap: 1) { $0.client ?? "N/A" }) }
        columns.append(Column("#Diff", width: -20, gap: edition == .v4 ? 2 : 1) { "\($0.diff)" })
        if edition == .v5 {
            columns.append(Column("#Inflight", width: -20, titleWidth: -20, gap: 0) { "\($0.inflight)" })
        }
        // 5.x leaves out the blank before this title, but not before the values.
        let blank = edition == .v5 ? " " : ""
        columns.append(Column("#LastTime", width: 0) { blank + lastTime($0.offset.lastTimestamp) })
        return columns
    }

    private static func lastTime(_ timestamp: Int) -> String {
        timestamp == 0 ? "N/A" : LocalTime(milliseconds: timestamp).seconds
    }
}
