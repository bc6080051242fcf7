import AdminProtocol

/// A static topic on every broker that knows of it: configuration and mapping, by broker name.
struct StaticTopicState: Sendable, Equatable {
    let topic: String
    var shares: [String: Share]

    /// One broker's part of it.
    struct Share: Sendable, Equatable {
        var config: TopicConfig
        var mapping: TopicQueueMapping
    }

    /// Throws where a broker has the topic, but as an ordinary one.
    init(topic: String, configs: [String: TopicConfig]) throws(StaticTopicError) {
        self.topic = topic
        shares = [:]
        for (broker, config) in configs.sorted(by: { $0.key < $1.key }) {
            guard let mapping = config.mappingDetail else {
                throw StaticTopicError("broker '\(broker)' has topic '\(topic)', but not as a static one")
            }
            var share = Share(config: config, mapping: mapping)
            share.config.mappingDetail = nil
            shares[broker] = share
        }
    }

    /// The number of the last change, in epoch milliseconds, and how many logical queues there are; nil without brokers.
    ///
    /// Throws where brokers disagree (`TopicQueueMappingUtils.checkNameEpochNumConsistence`).
    func agreement() throws(StaticTopicError) -> (epoch: Int, queues: Int)? {
        var first: TopicQueueMapping?
        for (broker, share) in shares.sorted(by: { $0.key < $1.key }) {
            let mapping = share.mapping
            guard mapping.bname == broker, mapping.topic == topic, share.config.topicName == topic else {
                throw StaticTopicError("broker '\(broker)' has the mapping of \(mapping.topic) on \(mapping.bname)")
            }
            if mapping.dirty == true {
                throw StaticTopicError("broker '\(broker)' has not finished a change of the mapping; try again")
            }
            if let first {
                let agree =
                    (first.epoch, first.totalQueues, first.scope)
                    == (mapping.epoch, mapping.totalQueues, mapping.scope)
                guard agree else {
                    throw StaticTopicError(
                        "brokers disagree: \(first.bname) knows epoch \(first.epoch) of \(first.totalQueues) queues, "
                            + "\(broker) epoch \(mapping.epoch) of \(mapping.totalQueues)")
                }
            }
            first = first ?? mapping
        }
        return first.map { ($0.epoch, $0.totalQueues) }
    }

    /// The logical queues by number, after every check that RocketMQ does before and after a change.
    func checkedQueues() throws(StaticTopicError) -> [Int: LogicQueue] {
        _ = try agreement()
        let queues = try shares.values.map(\.mapping).logicQueues(isStrict: true)
        for (broker, share) in shares.sorted(by: { $0.key < $1.key }) {
            guard share.config.readQueueNums >= share.config.writeQueueNums else {
                throw StaticTopicError("broker '\(broker)' has fewer queues to read than to write")
            }
            for item in share.mapping.hostedQueues.values.joined() { try check(item) }
        }
        return queues
    }

    private func check(_ item: LogicQueueItem) throws(StaticTopicError) {
        guard item.startOffset == 0 else { throw StaticTopicError("a stretch begins at \(item.startOffset), not at 0") }
        guard let share = shares[item.bname] else { throw StaticTopicError("broker '\(item.bname)' is not there") }
        guard item.queueId < share.config.writeQueueNums else {
            throw StaticTopicError("broker '\(item.bname)' has no queue \(item.queueId)")
        }
    }

    /// The part of a broker that did not know of the topic: no queues yet.
    func newShare(on broker: String, epoch: Int, queues: Int) -> Share {
        var config = TopicConfig(topicName: topic, queues: 0)
        config.attributes = [:]
        let mapping = TopicQueueMapping(topic: topic, brokerName: broker, totalQueues: queues, epoch: epoch)
        return Share(config: config, mapping: mapping)
    }

    /// Gives a broker one more physical queue and returns its number.
    mutating func addQueue(on broker: String, epoch: Int, queues: Int) -> Int {
        var share = shares[broker] ?? newShare(on: broker, epoch: epoch, queues: queues)
        share.config.writeQueueNums &+= 1
        share.config.readQueueNums &+= 1
        shares[broker] = share
        return share.config.writeQueueNums &- 1
    }

    mutating func seal(epoch: Int, queues: Int) {
        for broker in shares.keys {
            shares[broker]?.mapping.epoch = epoch
            shares[broker]?.mapping.totalQueues = queues
        }
    }
}
