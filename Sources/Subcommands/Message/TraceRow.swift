import AdminProtocol
import CommandKit

/// What a client did with a message.
struct TraceRow: TableRow {
    var record: TraceRecord
    /// The address of the client, as the trace topic's broker saw it.
    var clientHost: String
    /// Whether it is the first, and the last, of its producer or of its consumer group.
    var isFirst = true
    var isLast = true

    static let columns: [Column<Self>] = [
        Column(key: "type") { $0.record.kind == .sent ? "Pub" : "Sub" },
        Column(key: "group") { $0.record.group },
        Column(key: "clientHost") { $0.clientHost },
        Column(key: "timestamp") { $0.record.timestamp },
        Column(key: "costMilliseconds") { $0.record.cost },
        Column(key: "success") { $0.record.isSuccess },
        Column(key: "msgId") { $0.record.messageID },
        Column(key: "offsetMsgId") { $0.record.offsetMessageID },
        Column(key: "topic") { $0.record.topic },
        Column(key: "tags") { $0.record.tags },
        Column(key: "keys") { $0.record.keys },
        Column(key: "storeHost") { $0.record.storeHost },
    ]

    /// Each sending, then what consumers did, by group.
    static func arranged(_ rows: [TraceRow]) -> [TraceRow] {
        let consumed = Dictionary(grouping: rows.filter { $0.record.kind == .consumed }) { $0.record.group ?? "" }
        let groups = consumed.sorted { $0.key < $1.key }.flatMap { _, rows in
            rows.enumerated().map { place, row in
                var row = row
                (row.isFirst, row.isLast) = (place == 0, place == rows.count - 1)
                return row
            }
        }
        return rows.filter { $0.record.kind == .sent } + groups
    }

    /// The lines of `QueryMsgTraceByIdSubCommand.printMessageTrace`, with the titles above and a blank line below.
    var lines: String {
        let titles =
            record.kind == .sent
            ? ["#Type", "#ProducerGroup", "#ClientHost", "#SendTime", "#CostTimes", "#Status"]
            : ["#Type", "#ConsumerGroup", "#ClientHost", "#ConsumerTime", "#CostTimes", "#Status"]
        let values = [
            record.kind == .sent ? "Pub" : "Sub", record.group ?? "null", clientHost,
            LocalTime(milliseconds: record.timestamp).seconds, "\(record.cost)ms",
            record.isSuccess ? "success" : "failed",
        ]
        return (isFirst ? Self.line(titles) + "\n" : "") + Self.line(values) + (isLast ? "\n" : "")
    }

    private static func line(_ cells: [String]) -> String {
        zip(cells, [10, 20, 20, 20, 10, 10])
            .map { $0 + String.blanks($1 - $0.utf16.count) }.joined(separator: " ")
    }
}
