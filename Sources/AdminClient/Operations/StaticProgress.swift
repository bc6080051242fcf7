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

    /// The same with the logical queues of static topics in the place of the physical ones.
    public func logical(_ mappings: [String: [TopicQueueMapping]]) throws -> GroupProgress {
        guard !mappings.isEmpty else { return self }
        var result = self
        let physical = Dictionary(offsets.map { ($0.queue, $0.offset) }) { first, _ in first }
        result.offsets.removeAll { mappings[$0.queue.topic] != nil }
        for topic in topics {
            let logical = try mappings[topic]?.logicalProgress(of: topic, physical: physical) ?? [:]
            result.offsets += logical.map { ($0.key, $0.value) }
        }
        result.offsets.sort { $0.queue < $1.queue }
        return result
    }
}
