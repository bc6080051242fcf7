import AdminClient
import AdminProtocol
import CommandKit

/// Where a group was moved to, queue by queue.
struct OffsetReport: Report {
    var before: [String]
    var rows: [MovedQueue]
    /// Whether the offsets were written from here, not by the brokers.
    var isWritten: Bool
    var lastTitle: String
    var failures: [Failure]

    static var shape: Shape { Table<MovedQueue>.shape }

    var content: Content {
        let columns = isWritten ? MovedQueue.written(lastTitle) : MovedQueue.told
        return Table(rows, layout: .columns(columns, before: before), failures: failures).content
    }
}

/// A queue in which a group was moved.
struct MovedQueue: TableRow {
    var queue: MessageQueue
    var offset: Int
    /// More about it, where the offset was written from here.
    var written: Rollback?

    static let columns: [Column<Self>] = [
        Column(key: "topic") { $0.queue.topic },
        Column(key: "brokerName") { $0.queue.brokerName },
        Column(key: "queueId") { $0.queue.queueId },
        Column(key: "offset") { $0.offset },
        Column(key: "brokerOffset") { $0.written?.brokerOffset },
        Column(key: "consumerOffset") { $0.written?.consumerOffset },
        Column(key: "timestampOffset") { $0.written?.timestampOffset },
    ]

    static let told: [Column<Self>] = [
        Column("#brokerName", width: -40) { $0.queue.brokerName.front(32) },
        Column("#queueId", width: -40) { "\($0.queue.queueId)" },
        Column("#offset", width: -40) { "\($0.offset)" },
    ]

    static func written(_ lastTitle: String) -> [Column<Self>] {
        [
            Column("#brokerName", width: -20) { $0.queue.brokerName.front(32) },
            Column("#queueId", width: -20) { "\($0.queue.queueId)" },
            Column("#brokerOffset", width: -20) { "\($0.written?.brokerOffset ?? 0)" },
            Column("#consumerOffset", width: -20) { "\($0.written?.consumerOffset ?? 0)" },
            Column("#timestampOffset", width: -20) { "\($0.written?.timestampOffset ?? 0)" },
            Column(lastTitle, width: -20) { "\($0.offset)" },
        ]
    }
}
