internal import AdminProtocol
internal import Remoting

extension Broker {
    static let sendHandlers: [Handler<Broker>] = [
        .on(SendMessage.self, as: SendMessageResponse.self) { broker, request, call in try broker.send(request, call) },
        .on(SendMessageV1.self) { broker, request, call in try broker.send(request.short, call) },
        // `SEND_BATCH_MESSAGE`, which has the same fields.
        Handler(code: 320) { broker, call in
            var request = try SendMessage(from: call.request)
            request.batch = true
            return try broker.send(request, call)
        },
    ]

    /// `SendMessageProcessor.sendMessage`: checks, a topic if need be, then the store.
    private func send(_ request: SendMessage, _ call: Call) throws -> SendMessageResponse {
        call.fields = ["MSG_REGION": "DefaultRegion", "TRACE_ON": "true"]
        do {
            var request = request
            let stretch = try stretch(of: request.topic, queue: request.queueId)
            if let stretch { request.queueId = stretch.item.queueId }
            let topic = try topic(for: request, call)
            var response = try store(request, in: topic, call)
            if let stretch {
                response.queueId = stretch.queue
                let offset = stretch.item.logicalOffset(of: response.queueOffset)
                response.queueOffset = stretch.item.logicOffset < 0 ? -1 : offset
            }
            return response
        } catch {
            statistics.failedPuts += 1
            throw error
        }
    }

    private func topic(for request: SendMessage, _ call: Call) throws -> TopicConfig {
        if let problem = TopicName.problem(with: request.topic) { throw Refusal(.invalidParameter, problem) }
        if TopicName.closed.contains(request.topic) {
            throw Refusal(.noPermission, "Sending message to topic[\(request.topic)] is forbidden.")
        }
        let topic = try topics[request.topic] ?? createTopic(for: request, call)
        if request.queueId >= max(topic.writeQueueNums, topic.readQueueNums) {
            let remark = "request queueId[\(request.queueId)] is illegal, \(topic.javaDescription)"
            throw Refusal(.invalidParameter, "\(remark) Producer: \(call.peer.address)")
        }
        return topic
    }

    private func createTopic(for request: SendMessage, _ call: Call) throws -> TopicConfig {
        let isRetry = request.topic.hasPrefix(TopicName.retryPrefix)
        let unit: TopicSystemFlags = isRetry ? .hasUnitSubscription : .unit
        let flags = request.unitMode == true ? unit.rawValue : 0
        // A broker that shall not create topics leaves its template to nobody.
        if request.defaultTopic == TopicName.template, !configuration.isOn("autoCreateTopicEnable") {
            topics.closeTemplate()
        }
        var created = topics.create(
            request.topic, like: request.defaultTopic, queues: request.defaultTopicQueueNums, systemFlags: flags)
        if created == nil, isRetry { created = createRetryTopic(request.topic, queues: 1, systemFlags: flags) }
        guard let created else {
            let remark = "topic[\(request.topic)] not exist, apply first please!"
            throw Refusal(.topicNotExist, remark + Refusal.moreInformation)
        }
        register(created, before: call)
        return created
    }

    /// A topic that belongs to a consumer group; brokers create it whatever their settings are.
    func createRetryTopic(_ name: String, queues: Int, systemFlags: Int) -> TopicConfig {
        var config = TopicTable.config(name, queues)
        config.topicSysFlag = systemFlags
        topics.put(config)
        return config
    }

    private func store(_ request: SendMessage, in topic: TopicConfig, _ call: Call) throws -> SendMessageResponse {
        let queue = request.queueId >= 0 ? request.queueId : Int.random(in: 0..<max(1, topic.writeQueueNums))
        var message = StoredMessage(
            topic: request.topic, queueId: queue, queueOffset: 0, commitLogOffset: 0,
            bornTimestamp: request.bornTimestamp, bornHost: call.peer.host, storeTimestamp: options.clock.now,
            storeHost: host, body: request.body, properties: properties(of: request))
        (message.flag, message.systemFlags) = (request.flag, request.systemFlags)
        message.reconsumeTimes = request.reconsumeTimes ?? 0
        if request.batch == true { return try storeBatch(message) }
        try check(message)
        try buryIfHopeless(&message, of: request, call)
        if message.isHalf { prepare(&message) }
        try put(&message)
        var response = SendMessageResponse(
            msgId: message.offsetID, queueId: queue, queueOffset: message.queueOffset)
        response.transactionId = message.uniqueKey
        return response
    }

    /// Refuses what is longer than a broker takes.
    func check(_ message: StoredMessage) throws {
        guard message.body.count <= maximumMessageSize, message.properties.wireCount < 32_767 else {
            throw illegalMessage
        }
    }

    var illegalMessage: Refusal {
        let limit = "msg body length limit \(maximumMessageSize)B, msg properties length limit 32KB."
        return Refusal(
            .messageIllegal, "the message is illegal, maybe msg body or properties length not matched. \(limit)")
    }

    /// What is stored with a message, in the order in which a Java broker stores it.
    private func properties(of request: SendMessage) -> MessageProperties {
        var properties = MessageProperties(wire: request.properties ?? "")
        properties["POP_CK"] = nil
        properties["MSG_REGION"] = "DefaultRegion"
        properties["TRACE_ON"] = "true"
        if request.batch != true, (properties["UNIQ_KEY"] ?? "").isEmpty { properties["UNIQ_KEY"] = uniqueKey() }
        properties["CLUSTER"] = options.clusterName
        return properties.inMapOrder(buckets: 128)
    }

    /// An id in the form of `MessageClientIDSetter`, for clients that set none.
    func uniqueKey() -> String {
        let number = String(statistics.puts.total, radix: 16, uppercase: true)
        let boot = String(statistics.bootTimestamp, radix: 16, uppercase: true)
        let digits = boot + String(repeating: "0", count: max(0, 24 - boot.count - number.count)) + number
        return Array(host.ip.prefix(4)).hexadecimal + digits
    }
}
