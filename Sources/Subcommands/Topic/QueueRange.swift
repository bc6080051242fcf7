import AdminProtocol
import CommandKit

/// Where one queue of a topic begins and ends.
struct QueueRange: TableRow {
    var queue: MessageQueue
    var offset: TopicOffset

    static let columns: [Column<Self>] = [
        Column(key: "topic") { $0.queue.topic },
        Column("#Broker Name", "brokerName", width: -32) {
            $0.queue.brokerName
        } text: {
            $0.queue.brokerName.front(32)
        },
        Column("#QID", "queueId", width: -4) { $0.queue.queueId },
        Column("#Min Offset", "minOffset", width: -20) { $0.offset.minOffset },
        Column("#Max Offset", "maxOffset", width: -20, gap: 4) { $0.offset.maxOffset },
        Column("#Last Updated", "lastUpdateTimestamp", width: 0) {
            $0.offset.lastUpdateTimestamp
        } text: {
            let time = $0.offset.lastUpdateTimestamp
            return time > 0 ? LocalTime(milliseconds: time).withMilliseconds : ""
        },
    ]
}

/// A topic's queues, and since 5.3 how many messages come in.
struct QueueRangeReport: Sections {
    var rows: [QueueRange]
    var putTps: Double
    var edition: Edition
    var failures: [Failure]

    static let sections: [Section<Self>] = [
        Section("queues") { Table($0.rows) },
        Section("total") { report in
            Record(
                PutRate(tps: report.putTps),
                layout: .labels(
                    [], before: report.edition == .v4 ? [] : ["", "Topic Put TPS: \(report.putTps)"]))
        },
    ]
}

/// Messages a second that a topic gets.
struct PutRate: TableRow {
    var tps: Double
    static let columns: [Column<Self>] = [Column("Topic Put TPS", "putTps") { $0.tps }]
}
