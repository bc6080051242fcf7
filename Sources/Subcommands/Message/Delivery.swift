import AdminClient
import AdminProtocol
import CommandKit

/// A stored message that was sent once more, or handed to a client.
struct Delivery: TableRow {
    var id: String
    var result: Result

    enum Result: Sendable {
        case sent(SentMessage)
        case consumed(ConsumeMessageDirectlyResult)
    }

    private var sent: SentMessage? { if case .sent(let message) = result { message } else { nil } }
    private var consumed: ConsumeMessageDirectlyResult? {
        if case .consumed(let answer) = result { answer } else { nil }
    }

    static let columns: [Column<Self>] = [
        Column(key: "originalMsgId") { $0.id },
        Column(key: "sendStatus") { $0.sent?.statusName },
        Column(key: "msgId") { $0.sent?.uniqueKey },
        Column(key: "offsetMsgId") { $0.sent?.offsetID },
        Column(key: "brokerName") { $0.sent?.queue.brokerName },
        Column(key: "queueId") { $0.sent?.queue.queueId },
        Column(key: "queueOffset") { $0.sent?.queueOffset },
        Column(key: "consumeResult") { $0.consumed?.consumeResult },
        Column(key: "remark") { $0.consumed?.remark },
        Column(key: "spentMilliseconds") { $0.consumed?.spentTimeMills },
    ]

    /// As `QueryMsgByIdSubCommand` prints `SendResult` and `ConsumeMessageDirectlyResult`.
    func text(of edition: Edition) -> String {
        switch result {
        case .sent(let sent):
            let queue = sent.queue
            let tail = edition == .v4 ? "]" : ", recallHandle=\(sent.recallHandle ?? "null")]"
            return "prepare resend msg. originalMsgId=\(id)SendResult [sendStatus=\(sent.statusName), "
                + "msgId=\(sent.uniqueKey), offsetMsgId=\(sent.offsetID), messageQueue=MessageQueue "
                + "[topic=\(queue.topic), brokerName=\(queue.brokerName), queueId=\(queue.queueId)], "
                + "queueOffset=\(sent.queueOffset)\(tail)"
        case .consumed(let answer):
            return "ConsumeMessageDirectlyResult [order=\(answer.order), autoCommit=\(answer.autoCommit), "
                + "consumeResult=\(answer.consumeResult ?? "null"), remark=\(answer.remark ?? "null"), "
                + "spentTimeMills=\(answer.spentTimeMills)]"
        }
    }
}
