public import AdminProtocol
internal import LooseJSON

/// A topic's queues, from every broker that could say, and the failures of those that could not.
public struct TopicProgress: Sendable {
    /// Sorted by broker name and queue; a static topic's logical queues come before the physical ones.
    public var offsets: [(queue: MessageQueue, offset: TopicOffset)] = []
    /// Messages a second, over all brokers.
    public var putTps = 0.0
    public var failures: [(address: PeerAddress, error: any Error)] = []
}

extension Admin {
    /// Where the queues of a topic begin and end, on the brokers of `route`.
    ///
    /// Throws when no broker could say.
    public func progress(ofTopic topic: String, on route: TopicRouteData) async throws -> TopicProgress {
        var progress = TopicProgress()
        var offsets: [MessageQueue: TopicOffset] = [:]
        let answers = await broadcast(GetTopicStatsInfo(topic: topic), to: route.brokerAddresses)
        for answer in answers {
            switch answer.result {
            case .success(let table):
                for (queue, offset) in table.offsetTable { offsets[queue] = offset }
                progress.putTps += table.topicPutTps ?? 0
            case .failure(let error): progress.failures.append((answer.from, error))
            }
        }
        if progress.failures.count == answers.count, let first = progress.failures.first { throw first.error }
        if route.isStatic {
            let mappings = try await mappings(of: topic, on: route)
            offsets.merge(try mappings.logicalOffsets(of: topic, physical: offsets)) { $1 }
        }
        progress.offsets = offsets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return progress
    }

    /// What the brokers of `route` know of the logical queues of a static topic.
    public func mappings(of topic: String, on route: TopicRouteData) async throws -> [TopicQueueMapping] {
        let configs = await gather(route.brokerAddresses) { address in
            try await self.topicConfig(of: topic, on: address)
        }
        return try configs.compactMap { try $0.get()?.mappingDetail }
    }
}

extension TopicRouteData {
    /// Whether the topic has logical queues.
    public var isStatic: Bool { topicQueueMappingByBroker?.isEmpty == false }
}

extension [TopicQueueMapping] {
    /// Where the logical queues begin and end, from where their physical queues do
    /// (`MQAdminUtils.convertPhysicalTopicStats`).
    func logicalOffsets(
        of topic: String, physical: [MessageQueue: TopicOffset]
    ) throws -> [MessageQueue: TopicOffset] {
        var logical: [MessageQueue: TopicOffset] = [:]
        for queue in try logicQueues(isStrict: false).values {
            let placed = queue.items.filter { $0.logicOffset >= 0 }
            guard let first = placed.last(where: { $0.logicOffset == 0 }) ?? placed.first, let last = placed.last,
                let start = physical[first.queue(of: topic)], let end = physical[last.queue(of: topic)]
            else { continue }
            let key = MessageQueue(topic: topic, brokerName: queue.logicalBrokerName, queueId: queue.id)
            logical[key] = TopicOffset(
                lastUpdateTimestamp: end.lastUpdateTimestamp, maxOffset: last.logicalOffset(of: end.maxOffset),
                minOffset: first.logicalStart(physical: start.minOffset))
        }
        return logical
    }
}

extension [TopicQueueMapping] {
    /// How far a group has come in the logical queues, from how far it has in their physical queues
    /// (`MQAdminUtils.convertPhysicalConsumeStats`).
    ///
    /// A queue ends with its youngest stretch; the group is in the youngest one that it has an offset in.
    public func logicalProgress(
        of topic: String, physical: [MessageQueue: OffsetWrapper]
    ) throws(StaticTopicError) -> [MessageQueue: OffsetWrapper] {
        var logical: [MessageQueue: OffsetWrapper] = [:]
        for queue in try logicQueues(isStrict: false).values {
            let known = queue.items.reversed().compactMap { item in
                physical[item.queue(of: topic)].map { (item: item, offset: $0) }
            }
            guard let end = known.first(where: { $0.item.logicOffset >= 0 }),
                let place = known.first(where: { $0.item.logicOffset >= 0 && $0.offset.consumerOffset.value >= 0 })
            else { continue }
            let key = MessageQueue(topic: topic, brokerName: queue.logicalBrokerName, queueId: queue.id)
            logical[key] = OffsetWrapper(
                brokerOffset: end.item.logicalOffset(of: end.offset.brokerOffset.value),
                consumerOffset: place.item.logicalOffset(of: place.offset.consumerOffset.value),
                lastTimestamp: place.offset.lastTimestamp)
        }
        return logical
    }
}

extension LogicQueueItem {
    fileprivate func queue(of topic: String) -> MessageQueue {
        MessageQueue(topic: topic, brokerName: bname, queueId: queueId)
    }

    /// The logical offset of the first message: not after the end of the stretch.
    fileprivate func logicalStart(physical: Int) -> Int {
        let end = endOffset >= startOffset && endOffset < physical ? endOffset : physical
        return logicalOffset(of: end)
    }
}
