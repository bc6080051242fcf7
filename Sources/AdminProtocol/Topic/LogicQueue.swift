/// A logical queue of a static topic, as the broker that leads it knows it (`TopicQueueMappingOne.java`).
public struct LogicQueue: Sendable, Equatable {
    public var id: Int
    /// The name of the broker that leads it: that of its last stretch.
    public var leader: String
    public var items: [LogicQueueItem]
    /// The broker name that stands for logical queues.
    public var logicalBrokerName: String
}

/// What brokers know of a static topic contradicts itself, or cannot be changed as asked.
public struct StaticTopicError: Error, Equatable, CustomStringConvertible {
    public var description: String

    public init(_ description: String) { self.description = description }
}

extension [TopicQueueMapping] {
    /// The logical queues, each from its leader, by id; of two leaders the one with the younger mapping.
    ///
    /// Throws when stretches are out of order or, where `isStrict`, when a queue is missing or led by two brokers.
    public func logicQueues(isStrict: Bool) throws(StaticTopicError) -> [Int: LogicQueue] {
        var queues: [Int: LogicQueue] = [:]
        for mapping in sorted(by: { ($1.epoch, $0.bname) < ($0.epoch, $1.bname) }) {
            for (id, items) in mapping.hostedQueues.sorted(by: { $0.key < $1.key }) {
                try items.checkOffsets(of: id)
                guard let leader = items.last?.bname, leader == mapping.bname else { continue }
                if queues[id] == nil {
                    queues[id] = LogicQueue(
                        id: id, leader: leader, items: items, logicalBrokerName: mapping.logicalBrokerName)
                } else if isStrict {
                    throw StaticTopicError("queue \(id) is led by two brokers")
                }
            }
        }
        if isStrict {
            let total = map(\.totalQueues).max() ?? 0
            guard queues.count == total, (0..<total).allSatisfy({ queues[$0] != nil }) else {
                throw StaticTopicError("the topic has \(total) queues, but brokers lead \(queues.count)")
            }
        }
        try queues.checkPhysicalQueues()
        return queues
    }
}

extension [LogicQueueItem] {
    /// Stretches follow each other without overlap, and all but the last have their place.
    fileprivate func checkOffsets(of id: Int) throws(StaticTopicError) {
        var next: LogicQueueItem?
        for item in reversed() {
            guard item.startOffset >= 0, item.gen >= 0, item.queueId >= 0,
                item.endOffset == -1 || item.endOffset >= item.startOffset
            else { throw StaticTopicError("queue \(id) has a stretch with a negative number") }
            if let next {
                guard item.logicOffset >= 0 else {
                    throw StaticTopicError("queue \(id) has a stretch whose place is not decided; try again")
                }
                guard item.gen < next.gen else { throw StaticTopicError("queue \(id) has its stretches out of order") }
                if next.logicOffset != -1 {
                    guard item.logicOffset < next.logicOffset, item.logicalEnd < next.logicOffset else {
                        throw StaticTopicError("queue \(id) has stretches that overlap")
                    }
                }
            }
            next = item
        }
    }
}

extension [Int: LogicQueue] {
    /// No two stretches share a physical queue.
    fileprivate func checkPhysicalQueues() throws(StaticTopicError) {
        var used: [MessageQueue: Int] = [:]
        for (id, queue) in sorted(by: { $0.key < $1.key }) {
            for item in queue.items {
                let physical = MessageQueue(topic: "", brokerName: item.bname, queueId: item.queueId)
                if let other = used.updateValue(id, forKey: physical) {
                    throw StaticTopicError("queues \(other) and \(id) share queue \(item.queueId) of \(item.bname)")
                }
            }
        }
    }
}
