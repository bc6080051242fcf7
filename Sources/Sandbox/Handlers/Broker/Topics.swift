internal import AdminProtocol
internal import LooseJSON

extension Broker {
    static let topicHandlers: [Handler<Broker>] = [
        .on(UpdateAndCreateTopic.self) { broker, request, call in
            try broker.update(request, call)
            return Empty()
        },
        .on(UpdateAndCreateTopicList.self) { broker, request, call in
            try broker.update(request.body.topicConfigList, call)
            return Empty()
        },
        .on(DeleteTopicInBroker.self) { broker, request, _ in
            if request.topic.allSatisfy(\.isWhitespace) {
                throw Refusal(.invalidParameter, "The specified topic is blank.")
            }
            try broker.refuseSystemTopic(request.topic)
            broker.delete(topic: request.topic)
            return Empty()
        },
        .on(GetTopicConfig.self) { broker, request, _ in
            guard let config = broker.topics[request.topic] else {
                throw Refusal(.topicNotExist, "No topic in this broker. topic: \(request.topic)")
            }
            var answer = config
            if request.lo { answer.mappingDetail = broker.mappings[request.topic] }
            return answer
        },
        .on(GetAllTopicConfig.self, as: TopicConfigWrapper.self) { broker, _, _ in
            var wrapper = TopicConfigWrapper(broker.topics.configs, version: broker.topics.version)
            wrapper.topicQueueMappingDetailMap = broker.mappings.mappings
            return wrapper
        },
        .on(GetTopicStatsInfo.self) { broker, request, _ in try broker.statistics(of: request.topic) },
        .on(GetSystemTopicListFromBroker.self) { broker, _, _ in TopicList(broker.topics.systemTopicNames) },
    ]

    private func update(_ request: UpdateAndCreateTopic, _ call: Call) throws {
        try checkName(request.topic)
        let edits = try TopicAttributes.edits(parsing: call.generation == .v4 ? "" : request.attributes ?? "")
        try refuseMixedType(edits)
        call.remark = Refusal.unset
        let old = topics[request.topic]
        var config = TopicConfig(request)
        if edits.isEmpty, config == old { return }
        config.attributes = try TopicAttributes.applying(edits, to: old.map { $0.attributes ?? [:] })
        topics.put(config)
        register(config, before: call)
    }

    /// `AdminBrokerProcessor.updateAndCreateTopicList`: when one of the topics is as it shall be, none is touched.
    private func update(_ configs: [TopicConfig], _ call: Call) throws {
        call.remark = Refusal.unset
        for config in configs {
            try checkName(config.topicName)
            try refuseMixedType(config.attributes ?? [:])
            if config == topics[config.topicName] { return }
        }
        for var config in configs {
            let old = topics[config.topicName].map { $0.attributes ?? [:] }
            config.attributes = try TopicAttributes.applying(config.attributes ?? [:], to: old)
            topics.put(config)
            register(config, before: call)
        }
    }

    private func refuseMixedType(_ edits: [String: String]) throws {
        guard edits["+message.type"] == "MIXED" else { return }
        throw Refusal(.invalidParameter, "MIXED message type is not supported.")
    }

    /// Refuses names that no topic may have, and those of system topics.
    func checkName(_ name: String) throws {
        if let problem = TopicName.problem(with: name) { throw Refusal(.invalidParameter, problem) }
        try refuseSystemTopic(name)
    }

    private func refuseSystemTopic(_ name: String) throws {
        guard topics.isSystemTopic(name) else { return }
        throw Refusal(.invalidParameter, "The topic[\(name)] is conflict with system topic.")
    }

    private func delete(topic: String) {
        _ = topics.remove(topic)
        offsets.remove(topic: topic)
        for broker in replication.members { broker.store.removeQueues(of: topic) }
        mappings.remove(topic)
        statistics.forget(topic: topic)
    }

    private func statistics(of topic: String) throws -> TopicStatsTable {
        guard let config = topics[topic] else { throw Refusal(.topicNotExist, "topic[\(topic)] not exist") }
        var table: Entries<MessageQueue, TopicOffset> = [:]
        for queue in 0..<max(config.readQueues.count, config.writeQueues.count) {
            let key = QueueKey(topic: topic, queue: queue)
            let end = store.maxOffset(of: key)
            let last = store.storeTimestamp(of: key, at: end - 1) ?? 0
            let offset = TopicOffset(
                lastUpdateTimestamp: last, maxOffset: end, minOffset: store.minOffset(of: key))
            table.append(MessageQueue(topic: topic, brokerName: name, queueId: queue), offset)
        }
        return TopicStatsTable(offsets: table, putTps: putTps(of: topic))
    }
}

extension TopicConfig {
    /// The topic as the request wants it, its attributes aside.
    fileprivate init(_ request: UpdateAndCreateTopic) {
        self.init(topicName: request.topic, perm: request.perm)
        (readQueueNums, writeQueueNums) = (request.readQueueNums, request.writeQueueNums)
        (topicFilterType, topicSysFlag) = (request.topicFilterType, request.topicSysFlag)
        (order, attributes) = (request.order, [:])
    }
}
