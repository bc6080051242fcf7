import AdminProtocol
import CommandKit
import LooseJSON

extension SubscriptionGroupConfig {
    /// Its values in the order and with the names of `SubscriptionGroupConfig.java` of the edition.
    func fields(of edition: Edition) -> [(name: String, text: String?)] {
        let isNew = edition == .v5
        let fields: [(name: String, text: String?, isOld: Bool)] = [
            ("groupName", groupName, true), ("consumeEnable", "\(consumeEnable)", true),
            ("consumeFromMinEnable", "\(consumeFromMinEnable)", true),
            ("consumeBroadcastEnable", "\(consumeBroadcastEnable)", true),
            ("consumeMessageOrderly", "\(consumeMessageOrderly)", false), ("retryQueueNums", "\(retryQueueNums)", true),
            ("retryMaxTimes", "\(retryMaxTimes)", true), ("groupRetryPolicy", groupRetryPolicy?.text, false),
            ("brokerId", "\(brokerId)", true),
            ("whichBrokerWhenConsumeSlowly", "\(whichBrokerWhenConsumeSlowly)", true),
            ("notifyConsumerIdsChangedEnable", "\(notifyConsumerIdsChangedEnable)", true),
            ("groupSysFlag", "\(groupSysFlag)", false), ("consumeTimeoutMinute", "\(consumeTimeoutMinute)", false),
            ("subscriptionDataSet", subscriptionDataSet?.text, false), ("attributes", attributes?.text, false),
        ]
        return fields.filter { isNew || $0.isOld }.map { ($0.name, $0.text) }
    }

    /// `SubscriptionGroupConfig.toString()` of the edition.
    func text(of edition: Edition) -> String {
        let values = fields(of: edition).map { "\($0.name)=\($0.text ?? "null")" }.joined(separator: ", ")
        return edition == .v4 ? "SubscriptionGroupConfig [\(values)]" : "SubscriptionGroupConfig{\(values)}"
    }

    /// Columns for programs, of rows that have a configuration.
    static func columns<Row: TableRow>(_ config: @escaping @Sendable (Row) -> Self) -> [Column<Row>] {
        [
            Column(key: "groupName") { config($0).groupName },
            Column(key: "consumeEnable") { config($0).consumeEnable },
            Column(key: "consumeFromMinEnable") { config($0).consumeFromMinEnable },
            Column(key: "consumeBroadcastEnable") { config($0).consumeBroadcastEnable },
            Column(key: "consumeMessageOrderly") { config($0).consumeMessageOrderly },
            Column(key: "retryQueueNums") { config($0).retryQueueNums },
            Column(key: "retryMaxTimes") { config($0).retryMaxTimes },
            Column(key: "groupRetryPolicy") { (try? config($0).groupRetryPolicy.json()) ?? .null },
            Column(key: "brokerId") { config($0).brokerId },
            Column(key: "whichBrokerWhenConsumeSlowly") { config($0).whichBrokerWhenConsumeSlowly },
            Column(key: "notifyConsumerIdsChangedEnable") { config($0).notifyConsumerIdsChangedEnable },
            Column(key: "groupSysFlag") { config($0).groupSysFlag },
            Column(key: "consumeTimeoutMinute") { config($0).consumeTimeoutMinute },
            Column(key: "subscriptionDataSet") { (try? config($0).subscriptionDataSet.json()) ?? .null },
            Column(key: "attributes") { (try? config($0).attributes.json()) ?? .null },
        ]
    }
}

extension GroupRetryPolicy {
    /// `GroupRetryPolicy.toString()`, and those of the policies in it.
    var text: String {
        let exponential = exponentialRetryPolicy.map {
            "ExponentialRetryPolicy{initial=\($0.initial), max=\($0.max), multiplier=\($0.multiplier)}"
        }
        let customized = customizedRetryPolicy.map { "CustomizedRetryPolicy{next=\($0.next)}" }
        return "GroupRetryPolicy{type=\(type.rawValue), exponentialRetryPolicy=\(exponential ?? "null"), "
            + "customizedRetryPolicy=\(customized ?? "null")}"
    }
}

extension [SimpleSubscriptionData] {
    fileprivate var text: String {
        let items = map {
            "SimpleSubscriptionData{topic=\($0.topic ?? "null"), expressionType=\($0.expressionType ?? "null"), "
                + "expression=\($0.expression ?? "null"), version=\($0.version ?? 0)}"
        }
        return "[\(items.joined(separator: ", "))]"
    }
}

extension Entries<String, String> {
    /// As Java prints a map: `{a=1, b=2}`.
    fileprivate var text: String { "{\(map { "\($0.key)=\($0.value)" }.joined(separator: ", "))}" }
}
