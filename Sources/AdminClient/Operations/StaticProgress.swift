public import AdminProtocol

extension Admin {
    /// The mappings of the static topics among `topics`; of each topic the name server is asked once.
    ///
    /// A topic without a route counts as an ordinary one.
    public func staticTopics(among topics: Set<String>) async throws -> [String: [TopicQueueMapping]] {
        let asked = topics.filter { !DerivedTopic.isDerived($0) }.sorted()
        let found = await gather(asked) { topic -> [TopicQueueMapping] in
            do {
                let route = try await self.route(of: topic)
                return route.isStatic ? try await self.mappings(of: topic, on: route) : []
            } catch let error as BrokerError where error.code == .topicNotExist { return [] }
        }
        var mappings: [String: [TopicQueueMapping]] = [:]
        for (topic, result) in zip(asked, found) { mappings[topic] = try result.get() }
        return mappings.filter { !$0.value.isEmpty }
    }
}

extension GroupProgress {
    /// The topics that the group has offsets in.
    public var topics: Set<String> { Set(offsets.map(\.queue.topic)) }

    /// The same with the logical queues of static topics in the place of the physical ones
    /// (`MQAdminUtils.convertPhysicalConsumeStats`, 5.3.3).
    public func logical(_ mappings: [String: [TopicQueueMapping]]) throws -> GroupProgress {
        guard !mappings.isEmpty else { return self }
        var result = self
        let physical = Dictionary(offsets.map { ($0.queue, $0.offset) }) { first, _ in first }
        result.offsets.removeAll { mappings[$0.queue.topic] != nil }
        for topic in topics {
            for queue in try (mappings[topic] ?? []).logicQueues(isStrict: false).values {
                guard let offset = queue.progress(in: topic, physical) else { continue }
                let name = MessageQueue(topic: topic, brokerName: queue.logicalBrokerName, queueId: queue.id)
                result.offsets.append((name, offset))
            }
        }
        result.offsets.sort { $0.queue < $1.queue }
        return result
    }
}

extension LogicQueue {
    /// Where the queue ends, and how far a group has come, from the youngest stretch that says so; nil when none says.
    ///
    /// Clients commit logical offsets to the stretch that they read.
    fileprivate func progress(in topic: String, _ physical: [MessageQueue: OffsetWrapper]) -> OffsetWrapper? {
        var (end, reached): (Int?, OffsetWrapper?)
        for item in items.reversed() {
            let queue = MessageQueue(topic: topic, brokerName: item.bname, queueId: item.queueId)
            guard let offset = physical[queue] else { continue }
            if reached == nil, offset.consumerOffset.value >= 0 { reached = offset }
            if end == nil, item.logicOffset >= 0 { end = item.logicalOffset(of: offset.brokerOffset.value) }
        }
        guard let end, let reached else { return nil }
        return OffsetWrapper(
            brokerOffset: end, consumerOffset: reached.consumerOffset.value, lastTimestamp: reached.lastTimestamp)
    }
}
