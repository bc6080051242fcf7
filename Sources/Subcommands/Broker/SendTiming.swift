import AdminClient
import AdminProtocol
import CommandKit

/// What became of a test message, and how long it took.
struct SendTiming: TableRow {
    var sent: SentMessage

    static let columns: [Column<Self>] = [
        Column("#RT(ms)", "milliseconds") { $0.sent.cost },
        Column("#Send Result", "sendStatus") { $0.sent.statusName },
        Column("#MsgId", "msgId") { $0.sent.uniqueKey },
        Column("#OffsetMsgId", "offsetMsgId") { $0.sent.offsetID },
        Column("#Broker Name", "brokerName") { $0.sent.queue.brokerName },
        Column("#QID", "queueId") { $0.sent.queue.queueId },
        Column("#Offset", "queueOffset") { $0.sent.queueOffset },
    ]

    /// The time and `SendResult.toString()` of the edition.
    func text(of edition: Edition) -> String {
        let queue = sent.queue
        return "rt=\(sent.cost)ms, SendResult=SendResult [sendStatus=\(sent.statusName), msgId=\(sent.uniqueKey), "
            + "offsetMsgId=\(sent.offsetID), messageQueue=MessageQueue [topic=\(queue.topic), "
            + "brokerName=\(queue.brokerName), queueId=\(queue.queueId)], queueOffset=\(sent.queueOffset)"
            + (edition == .v4 ? "]" : ", recallHandle=\(sent.recallHandle ?? "null")]")
    }
}
