import AdminClient
import AdminProtocol
import CommandKit

/// Where a message went.
struct SentRow: TableRow {
    var sent: SentMessage

    static let columns: [Column<Self>] = [
        Column("#Broker Name", "brokerName", width: -32) { $0.sent.queue.brokerName },
        Column("#QID", "queueId", width: -4) { $0.sent.queue.queueId },
        Column("#Send Result", "sendStatus", width: -20, gap: 4) { $0.sent.statusName },
        Column("#MsgId", "msgId", width: 0) { $0.sent.uniqueKey },
        Column(key: "topic") { $0.sent.queue.topic },
        Column(key: "offsetMsgId") { $0.sent.offsetID },
        Column(key: "queueOffset") { $0.sent.queueOffset },
    ]
}
