internal import AdminProtocol
internal import Remoting

/// Messages that a group failed with (`AbstractSendMessageProcessor.consumerSendMsgBack`,
/// `SendMessageProcessor.handleRetryAndDLQ`).
extension Broker {
    static let retryHandlers: [Handler<Broker>] = [
        .on(ConsumerSendMsgBack.self) { broker, request, call in
            try broker.takeBack(request, call)
            return Empty()
        }
    ]

    private func takeBack(_ request: ConsumerSendMsgBack, _ call: Call) throws {
        let group = try group(request.group)
        guard permission.contains(.write) else {
            throw Refusal(.noPermission, "the broker[\(options.host)] sending message is forbidden")
        }
        if group.retryQueueNums <= 0 { return }
        let isUnit = ["true", "1"].contains(request.unitMode)
        let flags = isUnit ? TopicSystemFlags.hasUnitSubscription.rawValue : 0
        let name = TopicName.retryPrefix + request.group
        let topic = groupTopic(name, queues: group.retryQueueNums, systemFlags: flags, call)
        guard topic.perm.contains(.write) else {
            throw Refusal(.noPermission, "the topic[\(name)] sending message is forbidden")
        }
        guard let failed = storedMessage(at: request.offset) else {
            throw Refusal(.systemError, "look message by offset failed, \(request.offset)")
        }
        var message = failed
        message.reconsumeTimes += 1
        let limit = limit(of: group, request.maxReconsumeTimes, call)
        if request.delayLevel < 0 || failed.reconsumeTimes >= limit {
            bury(&message, of: request.group, level: 0, call)
        } else {
            let level = request.delayLevel == 0 ? 3 + failed.reconsumeTimes : request.delayLevel
            (message.topic, message.queueId) = (name, Int.random(in: 0..<group.retryQueueNums))
            message.edit([(MessageProperty.delayLevel, "\(level)")])
        }
        message.edit(origin(of: failed))
        try restore(&message)
    }

    /// What a message keeps of its first life.
    private func origin(of failed: StoredMessage) -> [(name: String, value: String?)] {
        [
            (MessageProperty.retryTopic, failed.properties[MessageProperty.retryTopic] ?? failed.topic),
            (MessageProperty.originMessageID, failed.properties[MessageProperty.originMessageID] ?? failed.offsetID),
            (MessageProperty.waitStoreOK, "false"),
        ]
    }

    /// Makes a retry that has been tried too often, or that belongs to a group that consumes in order, a dead letter.
    func buryIfHopeless(_ message: inout StoredMessage, of request: SendMessage, _ call: Call) throws {
        guard message.topic.hasPrefix(TopicName.retryPrefix) else { return }
        let name = String(message.topic.dropFirst(TopicName.retryPrefix.count))
        let group = try group(name)
        let limit = limit(of: group, request.maxReconsumeTimes, call)
        if message.reconsumeTimes <= limit, locks.areExpired(of: name, at: options.clock.now) { return }
        bury(&message, of: name, level: -1, call)
    }

    private func bury(_ message: inout StoredMessage, of group: String, level: Int, _ call: Call) {
        let topic = groupTopic(TopicName.deadLetterPrefix + group, queues: 1, systemFlags: 0, call)
        (message.topic, message.queueId) = (topic.topicName, 0)
        message.edit([(MessageProperty.delayLevel, "\(level)")])
    }

    /// How often a group tries a message, unless a client that may say so says otherwise.
    private func limit(of group: SubscriptionGroupConfig, _ wanted: Int?, _ call: Call) -> Int {
        // `V3_4_9`.
        call.request.version >= 121 ? wanted ?? group.retryMaxTimes : group.retryMaxTimes
    }

    private func group(_ name: String) throws -> SubscriptionGroupConfig {
        if let group = groups.find(name) { return group }
        let remark = "subscription group not exist, \(name) "
        throw Refusal(.subscriptionGroupNotExist, remark + Refusal.moreInformation)
    }

    /// A topic of a group, which comes into being when it is needed.
    private func groupTopic(_ name: String, queues: Int, systemFlags: Int, _ call: Call) -> TopicConfig {
        if let topic = topics[name] { return topic }
        let topic = createRetryTopic(name, queues: queues, systemFlags: systemFlags)
        register(topic, before: call)
        return topic
    }
}
