import AdminProtocol
import CommandKit

/// A topic's permission on one broker, before and after.
struct PermissionChange: TableRow {
    var broker: String
    var oldPerm: Int
    var config: TopicConfig
    /// Whether the broker was told.
    var isChanged: Bool

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.broker },
        Column("#Topic", "topic") { $0.config.topicName },
        Column("#Old Perm", "oldPerm") { $0.oldPerm },
        Column("#Perm", "perm") { $0.config.perm.rawValue },
        Column("#Changed", "changed") { $0.isChanged },
    ]

    /// `isWhole` shows the configuration too, as where one broker is meant.
    func text(of edition: Edition, isWhole: Bool) -> String {
        guard isChanged else { return "new perm equals to the old one!" }
        let line = "update topic perm from \(oldPerm) to \(config.perm.rawValue) in \(broker) success."
        let topic = UpdatedTopic(broker: broker, config: config).text(edition: edition, nil)
        return isWhole ? "\(line)\n\(topic)." : line
    }
}
