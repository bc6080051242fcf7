import AdminProtocol
import CommandKit
import LooseJSON

/// All that one client says of itself.
struct ClientDetails: TableRow {
    var clientId: String
    var info: ConsumerRunningInfo
    var edition: Edition

    static let columns: [Column<Self>] = [
        Column(key: "clientId") { $0.clientId },
        Column(key: "runningInfo") { $0.info.report },
    ]

    /// `ConsumerRunningInfo.formatString()` of the edition.
    var text: String {
        var lines = ["#Consumer Properties#"]
        lines += info.properties.sorted { $0.key < $1.key }.map { "\(left($0.key, 40)): \($0.value)" }
        lines += ["", "", "#Consumer Subscription#"] + subscriptions
        lines += [
            "", "", "#Consumer Offset#", queueLine("#Topic", "#Broker Name", "#QID", left("#Consumer Offset", 20)),
        ]
        lines += queues.map { queueLine($0.key, width: 32, left("\($0.value.commitOffset.value)", 20)) }
        lines += ["", "", "#Consumer MQ Detail#", detailHeading(width: 64)]
        lines += queues.map { queueLine($0.key, width: 64, $0.value.text) }
        if edition == .v5 {
            lines += ["", "", "#Consumer Pop Detail#", detailHeading(width: 32)]
            let popped = info.mqPopTable.sorted { $0.key < $1.key }
            lines += popped.map { queueLine($0.key, width: 32, $0.value.text) }
        }
        lines += ["", "", "#Consumer RT&TPS#", ConsumeStatus.heading]
        lines += info.statusTable.sorted { $0.key < $1.key }.map { $0.value.line(topic: $0.key) }
        if edition == .v5 {
            lines += ["", "", "#User Consume Info#"]
            lines += info.userConsumerInfo.sorted { $0.key < $1.key }.map { "\(left($0.key, 40)): \($0.value)" }
        }
        if let jstack = info.jstack { lines += ["", "", "#Consumer jstack#", jstack] }
        return lines.joined(separator: "\n") + (info.jstack == nil ? "\n" : "")
    }

    private var queues: [(key: MessageQueue, value: ProcessQueueInfo)] { info.mqTable.sorted { $0.key < $1.key } }

    private var subscriptions: [String] {
        let sorted = info.subscriptionSet.sorted { ($0.topic, $0.subString) < ($1.topic, $1.subString) }
        return sorted.enumerated().map { index, subscription in
            let number = String(repeating: "0", count: max(0, 3 - "\(index + 1)".count)) + "\(index + 1)"
            return "\(number) Topic: \(left(subscription.topic, 40)) "
                + "ClassFilter: \(left("\(subscription.classFilterMode ?? false)", 8)) "
                + "SubExpression: \(subscription.subString)"
        }
    }

    private func detailHeading(width: Int) -> String {
        queueLine("#Topic", "#Broker Name", "#QID", left("#ProcessQueueInfo", 20), width: width)
    }

    private func queueLine(_ queue: MessageQueue, width: Int, _ rest: String) -> String {
        queueLine(queue.topic, queue.brokerName, "\(queue.queueId)", rest, width: width)
    }

    private func queueLine(
        _ topic: String, _ broker: String, _ id: String, _ rest: String, width: Int = 64
    ) -> String { "\(left(topic, width))  \(left(broker, 32))  \(left(id, 4))  \(rest)" }
}
