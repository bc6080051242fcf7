import AdminProtocol

extension StaticTopicState {
    /// Adds logical queues until there are `total`, on the brokers that have fewest of them.
    ///
    /// The brokers are `targets` and those that know of the topic already; `now` is in epoch milliseconds. Throws when
    /// there are so many already, or when what brokers know contradicts itself
    /// (`TopicQueueMappingUtils.createTopicConfigMapping`).
    mutating func grow(
        to total: Int, on targets: Set<String>, now: Int, using random: inout some RandomNumberGenerator
    ) throws {
        let existing = shares.isEmpty ? [:] : try checkedQueues()
        guard total > existing.count else {
            throw StaticTopicError("topic '\(topic)' has \(existing.count) queues already; there can only be more")
        }
        let epoch = max(try agreement().map { $0.epoch &+ 1000 } ?? now, now)
        var counts = Dictionary(targets.union(shares.keys).map { ($0, 0) }) { first, _ in first }
        for queue in existing.values { counts[queue.leader, default: 0] += 1 }
        var dealer = QueueDealer(counts: counts)
        for id in existing.count..<total {
            guard let broker = dealer.next(using: &random) else { throw StaticTopicError("no broker to put queues on") }
            let queue = addQueue(on: broker, epoch: epoch, queues: total)
            let item = LogicQueueItem(gen: 0, queueId: queue, brokerName: broker, logicOffset: 0)
            shares[broker]?.mapping.hostedQueues[id] = [item]
        }
        seal(epoch: epoch, queues: total)
        _ = try checkedQueues()
    }
}
