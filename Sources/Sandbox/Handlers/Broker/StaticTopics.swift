internal import AdminProtocol

extension Broker {
    static let staticTopicHandlers: [Handler<Broker>] = [
        .on(UpdateAndCreateStaticTopic.self) { broker, request, call in
            try broker.checkName(request.topic)
            var config = TopicConfig(topicName: request.topic, perm: request.perm)
            (config.readQueueNums, config.writeQueueNums) = (request.readQueueNums, request.writeQueueNums)
            (config.topicFilterType, config.topicSysFlag) = (request.topicFilterType, request.topicSysFlag)
            config.attributes = broker.topics[request.topic]?.attributes ?? [:]
            // The topic is changed before its mapping is looked at, as in the original.
            broker.topics.put(config)
            try broker.mappings.put(request.mapping, force: request.force)
            broker.register(config, before: call)
            call.remark = Refusal.unset
            return Empty()
        }
    ]

    /// The physical queue behind a logical one of a static topic; nil for other topics, whose queues are what they are.
    ///
    /// Throws where another broker leads the queue.
    func stretch(of topic: String, queue: Int) throws(Refusal) -> (queue: Int, item: LogicQueueItem)? {
        guard let mapping = mappings[topic] else { return nil }
        guard let leading = mapping.leading(queue) else {
            let remark = "\(topic)-\(queue) does not exit in request process of current broker \(name)"
            throw Refusal(.notLeaderForQueue, remark)
        }
        return leading
    }
}

extension ResponseCode {
    static let notLeaderForQueue: ResponseCode = 501
}
