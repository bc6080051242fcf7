import AdminProtocol
import CommandKit

/// How a group gets a topic's messages (`MessageRequestMode.java`).
enum ConsumeMode: String, CaseIterable, ArgumentValue {
    case pull = "PULL"
    case pop = "POP"
}

/// A broker that was told how a group gets a topic's messages.
struct ConsumeModeRow: TableRow {
    var broker: String
    var setting: MessageRequestModeSetting

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.broker },
        Column("#Topic", "topic") { $0.setting.topic },
        Column("#Group", "group") { $0.setting.consumerGroup },
        Column("#Mode", "mode") { $0.setting.mode },
        Column("#PopShareQueueNum", "popShareQueueNum") { $0.setting.popShareQueueNum },
    ]
}
