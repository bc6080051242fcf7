import AdminProtocol
import CommandKit

/// How far a group has come in one queue of a broker.
struct GroupLag: TableRow {
    var group: String
    var queue: MessageQueue
    var offset: OffsetWrapper

    /// Messages that the broker has and the group has not confirmed.
    var diff: Int { offset.brokerOffset.value &- offset.consumerOffset.value }

    static let columns: [Column<Self>] = [
        Column("#Topic", "topic", width: -64) {
            $0.queue.topic
        } text: {
            $0.queue.topic.front(64)
        },
        Column("#Group", "group", width: -64) { $0.group },
        Column("#Broker Name", "brokerName", width: -32) {
            $0.queue.brokerName
        } text: {
            $0.queue.brokerName.front(32)
        },
        Column("#QID", "queueId", width: -4) { $0.queue.queueId },
        Column("#Broker Offset", "brokerOffset", width: -20) { $0.offset.brokerOffset.value },
        Column("#Consumer Offset", "consumerOffset", width: -20) { $0.offset.consumerOffset.value },
        Column("#Diff", "diff", width: -20) { $0.diff },
        Column("#LastTime", "lastTimestamp", width: 0) {
            $0.offset.lastTimestamp
        } text: {
            LocalTime(milliseconds: $0.offset.lastTimestamp).seconds
        },
    ]
}

/// The lag of all groups of one broker.
struct GroupLagReport: Sections {
    var queues: [GroupLag]
    /// Queues whose last consumed message is not known, such as those that nothing was consumed from; not in the text.
    var unconsumed: [GroupLag]
    var total: Int

    static let sections: [Section<Self>] = [
        Section("queues") { Table($0.queues) },
        Section("unconsumed") { Table($0.unconsumed, layout: .labels([])) },
        Section("total") { report in
            Record(LagTotal(diff: report.total), layout: .labels([], before: ["", "Diff Total: \(report.total)"]))
        },
    ]
}

/// The sum over all queues, as the broker counts it.
struct LagTotal: TableRow {
    var diff: Int
    static let columns: [Column<Self>] = [Column("Diff Total", "diff") { $0.diff }]
}
