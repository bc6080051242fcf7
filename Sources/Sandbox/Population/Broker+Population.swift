internal import AdminProtocol

extension Broker {
    /// Gives each broker its part of the population; those of one name have the same part.
    static func settle(_ population: Population, among brokers: [Broker]) {
        var places: [String: Int] = [:]
        for broker in brokers where places[broker.name] == nil { places[broker.name] = places.count }
        for broker in brokers { broker.settle(population, at: places[broker.name] ?? 0, of: places.count) }
    }

    private func settle(_ population: Population, at index: Int, of count: Int) {
        for topic in population.topics(at: index, of: count) {
            let name = Population.topicName(topic)
            topics.put(TopicTable.config(name, Population.queues))
            for queue in 0..<Population.queues {
                let end = population.end(of: queue, topic, at: index)
                store.queues[QueueKey(topic: name, queue: queue)] = ConsumeQueue(startingAt: end)
            }
            for group in population.readers(of: topic) { settle(population, group, on: topic, at: index) }
        }
    }

    /// A group, with the retry topic by which `consumerProgress` finds it.
    private func settle(_ population: Population, _ group: Int, on topic: Int, at index: Int) {
        let (name, topicName) = (Population.groupName(group), Population.topicName(topic))
        let config = SubscriptionGroupConfig(name)
        groups.put(config)
        topics.put(TopicTable.config(TopicName.retryPrefix + name, config.retryQueueNums))
        for queue in 0..<Population.queues {
            let end = population.end(of: queue, topic, at: index)
            let offset = max(0, end - population.lag(of: group, queue, at: index))
            offsets.commit(offset, of: name, in: QueueKey(topic: topicName, queue: queue))
        }
    }
}
