internal import AdminProtocol
internal import EventLoop

extension Broker {
    static let pullHandlers: [Handler<Broker>] = [
        .on(PullMessage.self, as: PullMessageResponse.self) { broker, request, call in
            let filter = try broker.filter(for: request, call)
            let queue = QueueKey(topic: request.topic, queue: request.queueId)
            let pulled =
                broker.move(of: request.consumerGroup, in: queue)
                ?? broker.store.pull(queue, from: request.queueOffset, limit: request.maxMsgNums, filter)
            broker.record(pulled, of: request, in: queue)
            (call.code, call.remark) = (pulled.code(from: request.queueOffset), pulled.status.rawValue)
            if call.code == .pullNotFound, request.sysFlag.contains(.suspend), !call.isResumed {
                let limit = Duration.milliseconds(max(0, min(request.suspendTimeoutMillis, 60_000)))
                let deadline = Deadline.after(limit)
                let ticket = broker.store.nextMessage(of: queue, passing: filter, until: deadline)
                call.runAgain(after: ticket, until: deadline)
            }
            var response = PullMessageResponse(
                nextBeginOffset: pulled.nextOffset, minOffset: pulled.minOffset, maxOffset: pulled.maxOffset,
                topicSysFlag: broker.topics[request.topic]?.topicSysFlag ?? 0,
                groupSysFlag: broker.groups[request.consumerGroup]?.groupSysFlag ?? 0, messages: pulled.messages)
            response.suggestWhichBrokerId = broker.suggestion(to: request.consumerGroup, after: pulled, in: queue)
            return response
        }
    ]

    /// Which broker of the name to pull from next: where slaves may be read, one of them if the messages that are
    /// wanted are so old that the master would have to read them from its disk.
    private func suggestion(to group: String, after pulled: PulledMessages, in queue: QueueKey) -> Int {
        guard configuration.isOn("slaveReadEnable"), let group = groups[group] else { return 0 }
        let last = store.queue(queue)?.entry(at: pulled.nextOffset - 1)?.offset ?? store.log.maxOffset
        let ratio = Double(configuration["accessMessageInMemoryMaxRatio"]) ?? 40
        let lag = pulled.nextOffset < pulled.maxOffset ? Double(store.log.maxOffset - last) : 0
        return lag > Machine().total * ratio / 100 ? group.whichBrokerWhenConsumeSlowly : group.brokerId
    }

    /// Brings the client of a group that was moved to its new offset.
    private func move(of group: String, in queue: QueueKey) -> PulledMessages? {
        offsets.takeMove(of: group, in: queue).map {
            PulledMessages(status: .reset, nextOffset: $0, maxOffset: store.maxOffset(of: queue))
        }
    }

    /// What the group wants of the topic, or why it may not have it (`PullMessageProcessor.processRequest`).
    private func filter(for request: PullMessage, _ call: Call) throws -> TagFilter {
        try checkTopicAndGroup(of: request, call)
        guard request.expressionType == nil || request.expressionType == "TAG" || request.expressionType == "" else {
            let kind = request.expressionType ?? ""
            throw Refusal(.systemError, "The broker does not support consumer to filter message by \(kind)")
        }
        if request.sysFlag.contains(.subscription) { return TagFilter(request.subscription) }
        guard let group = clients.consumers[request.consumerGroup] else {
            throw Refusal(.subscriptionNotExist, "the consumer's group info not exist" + Refusal.moreInformation)
        }
        guard let subscription = group.subscriptions[request.topic] else {
            throw Refusal(.subscriptionNotExist, "the consumer's subscription not exist" + Refusal.moreInformation)
        }
        guard (subscription.subVersion ?? 0) >= request.subVersion else {
            throw Refusal(.subscriptionNotLatest, "the consumer's subscription not latest")
        }
        return TagFilter(subscription.subString)
    }

    private func checkTopicAndGroup(of request: PullMessage, _ call: Call) throws {
        guard let group = groups.find(request.consumerGroup) else {
            let remark = "subscription group [\(request.consumerGroup)] does not exist, "
            throw Refusal(.subscriptionGroupNotExist, remark + Refusal.moreInformation)
        }
        guard group.consumeEnable != false else {
            throw Refusal(.noPermission, "subscription group no permission, \(request.consumerGroup)")
        }
        guard let topic = topics[request.topic] else {
            let remark = "topic[\(request.topic)] not exist, apply first please! "
            throw Refusal(.topicNotExist, remark + Refusal.moreInformation)
        }
        guard topic.perm.contains(.read) else {
            throw Refusal(.noPermission, "the topic[\(request.topic)] pulling message is forbidden")
        }
        guard (0..<max(0, topic.readQueueNums)).contains(request.queueId) else {
            let remark = "queueId[\(request.queueId)] is illegal, topic:[\(request.topic)] "
            let counts = "topicConfig.readQueueNums:[\(topic.readQueueNums)] consumer:[\(call.peer.address)]"
            throw Refusal(.invalidParameter, remark + counts)
        }
    }

    private func record(_ pulled: PulledMessages, of request: PullMessage, in queue: QueueKey) {
        let now = options.clock.now
        offsets.recordPull(pulled.nextOffset, of: request.consumerGroup, in: queue)
        if request.sysFlag.contains(.commitOffset) {
            offsets.commit(request.commitOffset, of: request.consumerGroup, in: queue)
        }
        if pulled.status == .found {
            statistics.founds.add(at: now)
            statistics.transferred.add(pulled.count, at: now)
            let key = "\(request.topic)@\(request.consumerGroup)"
            statistics.count(BrokerStatistics.groupGets, of: key, pulled.count, at: now)
        } else {
            statistics.misses.add(at: now)
        }
    }
}
