import AdminProtocol

/// The share of one client, out of `count`, in `queues`: each gets as many as the others, the first ones one more
/// (`AllocateMessageQueueAveragely.java`).
func allocate<Queue>(_ queues: [Queue], toClient index: Int, of count: Int) -> ArraySlice<Queue> {
    let rest = queues.count % count
    let size = queues.count / count + (index < rest ? 1 : 0)
    let start = index * (queues.count / count) + min(index, rest)
    return queues[start..<start + size]
}

extension TopicRouteData {
    /// The queues that consumers read: of a static topic the logical ones.
    func queuesToAllocate(of topic: String) -> [MessageQueue] {
        if let mappings = topicQueueMappingByBroker, let newest = mappings.values.max(by: { $0.epoch < $1.epoch }) {
            let name = TopicQueueMapping.logicalBrokerName(scope: newest.scope)
            return queues(newest.totalQueues, topic, name)
        }
        return queueDatas.filter { Permission(rawValue: $0.perm).contains(.read) }
            .flatMap { queues($0.readQueueNums, topic, $0.brokerName) }
    }

    private func queues(_ count: Int, _ topic: String, _ broker: String) -> [MessageQueue] {
        // No topic has more; a peer that says so must not cost memory.
        (0..<max(0, min(count, 65_536))).map { MessageQueue(topic: topic, brokerName: broker, queueId: $0) }
    }
}
