public import AdminProtocol

/// Topics that RocketMQ derives from the names of others (`MixAll.java`, `KeyBuilder.java`).
public enum DerivedTopic {
    public static let retryPrefix = "%RETRY%"
    public static let deadLetterPrefix = "%DLQ%"

    /// Whether messages wait in this topic for another try, or after the last one.
    public static func isDerived(_ topic: String) -> Bool {
        topic.hasPrefix(retryPrefix) || topic.hasPrefix(deadLetterPrefix)
    }

    /// Where a group's messages wait for another try.
    public static func retry(of group: String) -> String { retryPrefix + group }

    /// Where a group's messages wait for another try when they were popped; since 5.0.
    public static func popRetry(of group: String, topic: String) -> String { "\(retryPrefix)\(group)_\(topic)" }

    /// The group whose retry topic this is; nil for other topics.
    ///
    /// A pop retry topic of 5.3 is `%RETRY%group+topic`.
    public static func group(ofRetry topic: String) -> String? {
        guard topic.hasPrefix(retryPrefix) else { return nil }
        let rest = topic.dropFirst(retryPrefix.count)
        return String(rest.split(separator: "+", maxSplits: 1).first ?? rest)
    }
}

/// A group's offsets, from every broker that could say, and the failures of those that could not.
public struct GroupProgress: Sendable {
    public var consumeTps = 0.0
    /// Sorted by topic, broker name and queue.
    public var offsets: [(queue: MessageQueue, offset: OffsetWrapper)] = []
    public var failures: [(address: PeerAddress, error: any Error)] = []

    public init() {}
}

extension Admin {
    /// A group's offsets on its topics, or on one.
    ///
    /// The group's brokers are those of its retry topic; a group that never was online has none, and then those of
    /// `topic`, of its pop retry topic and of `cluster` are tried (`DefaultMQAdminExtImpl.examineConsumeStats`, 5.3.3).
    /// Throws `NotFoundError` when none of them exists, or no broker has offsets.
    public func progress(of group: String, topic: String? = nil, cluster: String? = nil) async throws -> GroupProgress {
        let route = try await groupRoute(group, topic: topic, cluster: cluster)
        // Java waits three times as long for these as for other requests: brokers compute them.
        let request = GetConsumeStats(group: group, topic: topic)
        let answers = await broadcast(request, to: route.brokerAddresses, within: settings.timeout * 3)
        var progress = GroupProgress()
        for answer in answers {
            switch answer.result {
            case .success(let stats):
                progress.consumeTps += stats.consumeTps
                progress.offsets += stats.offsetTable.map { ($0.key, $0.value) }
            case .failure(let error): progress.failures.append((answer.from, error))
            }
        }
        if progress.failures.count == answers.count, let first = progress.failures.first { throw first.error }
        progress.offsets.sort { $0.queue < $1.queue }
        if progress.offsets.isEmpty, progress.failures.isEmpty { try await explainNoOffsets(of: group) }
        return progress
    }

    private func groupRoute(_ group: String, topic: String?, cluster: String?) async throws -> TopicRouteData {
        var candidates = [DerivedTopic.retry(of: group)]
        if let topic { candidates += [topic, DerivedTopic.popRetry(of: group, topic: topic)] }
        if let cluster, let topic, topic.hasPrefix("%LMQ%") || topic == "rmq_sys_wheel_timer" {
            candidates += [cluster]
        }
        for candidate in candidates.dropLast() {
            do { return try await route(of: candidate) } catch let error as BrokerError {
                guard error.code == .topicNotExist else { throw error }
            }
        }
        do { return try await route(of: candidates[candidates.count - 1]) } catch let error as BrokerError
            where error.code == .topicNotExist
        {
            throw NotFoundError.group(group, topic: topic)
        }
    }

    private func explainNoOffsets(of group: String) async throws {
        guard try await connections(of: group)?.messageModel == "BROADCASTING" else {
            throw NotFoundError("group '\(group)' has no offsets: it has not consumed anything yet")
        }
        throw NotFoundError("group '\(group)' has no offsets: in broadcasting mode its clients keep them")
    }

    /// The clients of a group, or nil when none is connected; any of the group's brokers knows them all.
    public func connections(of group: String) async throws -> ConsumerConnection? {
        let route = try await route(of: DerivedTopic.retry(of: group))
        guard let broker = route.brokerAddresses.randomElement() else { return nil }
        do {
            let connection = try await send(GetConsumerConnectionList(group: group), to: broker)
            return connection.connectionSet.isEmpty ? nil : connection
        } catch let error as BrokerError where error.code == .consumerNotOnline {
            return nil
        }
    }

    /// Which client of a group each queue is given to, by the first part of the client's id, its address.
    public func owners(of group: String) async throws -> [MessageQueue: String] {
        guard let clients = try await connections(of: group)?.connectionSet else { return [:] }
        let infos = await gather(clients) { client in
            (client.clientId, try await self.runningInfo(of: client.clientId, in: group))
        }
        var owners: [MessageQueue: String] = [:]
        for case .success((let client, let info)) in infos {
            let address = client.split(separator: "@", maxSplits: 1).first.map(String.init) ?? client
            for entry in info.mqTable { owners[entry.key] = address }
        }
        return owners
    }

    /// What a client says of itself, asked through a broker that it is connected to.
    public func runningInfo(of client: String, in group: String) async throws -> ConsumerRunningInfo {
        let brokers = try await route(of: DerivedTopic.retry(of: group)).brokerAddresses
        guard let broker = brokers.first else { throw NotFoundError("group '\(group)' has no broker at the moment") }
        return try await send(GetConsumerRunningInfo(group: group, clientId: client), to: broker)
    }
}
