public import AdminProtocol

/// A queue, and the broker that is asked for its messages.
public struct ReadableQueue: Sendable {
    /// The queue by its names; one of a static topic names the topic's scope in the place of a broker.
    public var queue: MessageQueue
    public var address: PeerAddress

    public init(queue: MessageQueue, address: PeerAddress) { (self.queue, self.address) = (queue, address) }
}

extension TopicRouteData {
    /// The queues that can be read, in the order of the route (`MQClientInstance.topicRouteData2TopicSubscribeInfo`).
    ///
    /// Queues that no broker has at the moment are left out.
    public func readableQueues(of topic: String) -> [ReadableQueue] {
        if let mappings = topicQueueMappingByBroker, !mappings.isEmpty {
            return logicalQueues(of: topic, Array(mappings.values))
        }
        return queueDatas.flatMap { queues -> [ReadableQueue] in
            guard Permission(rawValue: queues.perm).contains(.read),
                let address = address(of: queues.brokerName)
            else { return [] }
            return (0..<max(0, queues.readQueueNums)).map { id in
                let queue = MessageQueue(topic: topic, brokerName: queues.brokerName, queueId: id)
                return ReadableQueue(queue: queue, address: address)
            }
        }
    }

    /// The address of a broker of the route: its master's, or else that of a slave.
    public func address(of brokerName: String) -> PeerAddress? {
        brokerDatas.first { $0.brokerName == brokerName }?.anyAddress.flatMap { PeerAddress($0) }
    }

    /// The queues of a static topic, each on the broker whose mapping is the newest
    /// (`ClientMetadata.topicRouteData2EndpointsForStaticTopic`, 5.3.3).
    private func logicalQueues(of topic: String, _ mappings: [TopicQueueMappingInfo]) -> [ReadableQueue] {
        var newest: [MessageQueue: TopicQueueMappingInfo] = [:]
        for mapping in mappings {
            guard let scope = mapping.scope else { continue }
            let name = "__syslo__" + (scope == "__global__" ? "global__" : scope)
            for id in (mapping.currIdMap ?? [:]).keys {
                let queue = MessageQueue(topic: topic, brokerName: name, queueId: id)
                if newest[queue].map({ $0.epoch > mapping.epoch }) != true { newest[queue] = mapping }
            }
        }
        return newest.sorted { $0.key < $1.key }.compactMap { queue, mapping in
            address(of: mapping.bname).map { ReadableQueue(queue: queue, address: $0) }
        }
    }
}

extension Admin {
    /// One queue of a topic; throws `NotFoundError` when the topic has no such broker, or no such queue there.
    public nonisolated func readableQueue(_ queue: MessageQueue) async throws -> ReadableQueue {
        let known = try await route(of: queue.topic).readableQueues(of: queue.topic)
        if let found = known.first(where: { $0.queue == queue }) { return found }
        if let last = known.last(where: { $0.queue.brokerName == queue.brokerName }) {
            throw NotFoundError(
                "topic '\(queue.topic)' has no queue \(queue.queueId) on '\(queue.brokerName)': the last one is "
                    + "\(last.queue.queueId)")
        }
        let names = Set(known.map(\.queue.brokerName)).sorted().joined(separator: ", ")
        throw NotFoundError(
            "topic '\(queue.topic)' has no broker '\(queue.brokerName)' to read from"
                + (names.isEmpty ? "" : ": its brokers are \(names)"))
    }

    /// Where a queue begins and ends, or where it was at two times, in epoch milliseconds.
    public nonisolated func range(
        of queue: ReadableQueue, from begin: Int? = nil, to end: Int? = nil
    ) async throws -> (first: Int, end: Int) {
        async let first = minOffset(of: queue, at: begin)
        async let last = maxOffset(of: queue, at: end)
        return (try await first, try await last)
    }

    private nonisolated func minOffset(of queue: ReadableQueue, at time: Int?) async throws -> Int {
        if let time { return try await offset(of: queue, at: time) }
        let (queue, address) = (queue.queue, queue.address)
        let request = GetMinOffset(topic: queue.topic, queueId: queue.queueId, brokerName: queue.brokerName)
        return try await send(request, to: address).offset
    }

    private nonisolated func maxOffset(of queue: ReadableQueue, at time: Int?) async throws -> Int {
        if let time { return try await offset(of: queue, at: time) }
        let (queue, address) = (queue.queue, queue.address)
        let request = GetMaxOffset(topic: queue.topic, queueId: queue.queueId, brokerName: queue.brokerName)
        return try await send(request, to: address).offset
    }

    private nonisolated func offset(of queue: ReadableQueue, at time: Int) async throws -> Int {
        let (queue, address) = (queue.queue, queue.address)
        let request = SearchOffset(
            topic: queue.topic, queueId: queue.queueId, timestamp: time, brokerName: queue.brokerName)
        return try await send(request, to: address).offset
    }
}
