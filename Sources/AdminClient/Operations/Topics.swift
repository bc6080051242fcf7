public import AdminProtocol

extension Admin {
    /// Where a topic lives; throws `BrokerError` of code 17 when no name server route exists.
    public func route(of topic: String) async throws -> TopicRouteData {
        try await askNameServer(GetRouteInfoByTopic(topic: topic))
    }

    /// A topic's configuration on one broker, or nil when the broker has none.
    ///
    /// Brokers before 5.0 do not know the request for one topic: they are asked for all. A broker that answers neither
    /// is taken to have none, as for a tool that cannot ask.
    public func topicConfig(of topic: String, on broker: PeerAddress) async throws -> TopicConfig? {
        do {
            return try await send(GetTopicConfig(topic: topic), to: broker)
        } catch let error as BrokerError where error.code == .topicNotExist {
            return nil
        } catch let error as BrokerError where error.code == .requestCodeNotSupported {
            return try await topicConfigOfOldBroker(topic, broker)
        }
    }

    private func topicConfigOfOldBroker(_ topic: String, _ broker: PeerAddress) async throws -> TopicConfig? {
        do {
            return try await send(GetAllTopicConfig(), to: broker).topicConfigTable[topic]
        } catch let error as BrokerError where error.code == .requestCodeNotSupported {
            return nil
        }
    }

    /// A value of the name servers' store, or nil when there is none.
    public func kvConfig(namespace: String, key: String) async throws -> String? {
        do {
            return try await askNameServer(GetKVConfig(namespace: namespace, key: key)).value
        } catch let error as BrokerError where error.code == .queryNotFound {
            return nil
        }
    }
}

extension TopicRouteData {
    /// One address of each broker group, its master's where there is one.
    public var brokerAddresses: [PeerAddress] {
        brokerDatas.sorted { $0.brokerName < $1.brokerName }.compactMap(\.anyAddress).compactMap { PeerAddress($0) }
    }
}

/// The groups that consume a topic, from every broker that could say, and the failures of those that could not.
public struct TopicGroups: Sendable {
    /// Sorted.
    public var groups: [String] = []
    public var failures: [(address: PeerAddress, error: any Error)] = []
}

extension Admin {
    /// Groups that have offsets or clients on a topic, from the brokers of its route; throws when none of them could say.
    public nonisolated func groups(consuming topic: String, on route: TopicRouteData) async throws -> TopicGroups {
        let answers = await broadcast(QueryTopicConsumeByWho(topic: topic), to: route.brokerAddresses)
        var names: Set<String> = []
        var found = TopicGroups()
        for answer in answers {
            switch answer.result {
            case .success(let list): names.formUnion(list.groupList)
            case .failure(let error): found.failures.append((answer.from, error))
            }
        }
        if found.failures.count == answers.count, let first = found.failures.first { throw first.error }
        found.groups = names.sorted()
        return found
    }
}
