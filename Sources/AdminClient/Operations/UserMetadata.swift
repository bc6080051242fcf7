public import AdminProtocol
internal import LooseJSON

/// What users made on brokers, without what brokers make for themselves (`DefaultMQAdminExtImpl.getUserTopicConfig` and
/// `getUserSubscriptionGroup`, 5.3.3).
extension Admin {
    /// The topics that users made on a broker, sorted by name; retry and dead-letter topics only `withDerived`.
    public func userTopics(on broker: PeerAddress, withDerived: Bool) async throws -> ExportedTopicConfigs {
        async let systemTopics = systemTopics(of: broker)
        var topics = try await send(ExportTopicConfigs(), to: broker, within: tableTimeout)
        let names = try await systemTopics
        topics.topicConfigTable = topics.topicConfigTable.sorted { name, config in
            if names.contains(name) || SystemName.isTopic(name) { return false }
            return (withDerived || !DerivedTopic.isDerived(name)) && (0..<8).contains(config["perm"]?.int ?? 0)
        }
        return topics
    }

    /// The consumer groups that users made on a broker, sorted by name.
    public func userGroups(on broker: PeerAddress) async throws -> ExportedSubscriptionGroups {
        var groups = try await send(ExportSubscriptionGroups(), to: broker, within: tableTimeout)
        groups.subscriptionGroupTable = groups.subscriptionGroupTable.sorted { name, _ in !SystemName.isGroup(name) }
        return groups
    }

    private func systemTopics(of broker: PeerAddress) async throws -> Set<String> {
        do {
            return Set(try await send(GetSystemTopicListFromBroker(), to: broker, within: tableTimeout).topicList)
        } catch let error as BrokerError where error.code == .requestCodeNotSupported {
            return []
        }
    }

    /// Java waits longer for these than for other requests, too: the answers are long.
    private nonisolated var tableTimeout: Duration { settings.timeout * 2 }
}

/// Names that RocketMQ keeps for itself.
enum SystemName {
    /// `TopicValidator.isSystemTopic`, 5.3.3.
    static func isTopic(_ name: String) -> Bool { name.hasPrefix("rmq_sys_") || topics.contains(name) }

    /// `MixAll.isSysConsumerGroup` and `MixAll.isPredefinedGroup`, 5.3.3.
    static func isGroup(_ name: String) -> Bool { name.hasPrefix("CID_RMQ_SYS_") || groups.contains(name) }

    private static let topics: Set<String> = [
        "TBW102", "SCHEDULE_TOPIC_XXXX", "BenchmarkTest", "RMQ_SYS_TRANS_HALF_TOPIC", "RMQ_SYS_TRACE_TOPIC",
        "RMQ_SYS_TRANS_OP_HALF_TOPIC", "TRANS_CHECK_MAX_TIME_TOPIC", "SELF_TEST_TOPIC", "OFFSET_MOVED_EVENT",
        "CHECKPOINT_TOPIC",
    ]

    private static let groups: Set<String> = [
        "DEFAULT_CONSUMER", "DEFAULT_PRODUCER", "TOOLS_CONSUMER", "SCHEDULE_CONSUMER", "FILTERSRV_CONSUMER",
        "__MONITOR_CONSUMER", "CLIENT_INNER_PRODUCER", "SELF_TEST_P_GROUP", "SELF_TEST_C_GROUP", "CID_ONS-HTTP-PROXY",
        "CID_ONSAPI_PERMISSION", "CID_ONSAPI_OWNER", "CID_ONSAPI_PULL", "CID_RMQ_SYS_TRANS",
    ]
}

extension Entries<String, JSON> {
    /// The entries that `isKept` says yes to, by name.
    fileprivate func sorted(_ isKept: (String, JSON) -> Bool) -> Self {
        Self(filter { isKept($0.key, $0.value) }.sorted { $0.key < $1.key })
    }
}
