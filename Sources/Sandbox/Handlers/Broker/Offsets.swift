internal import AdminProtocol

extension Broker {
    static let offsetHandlers: [Handler<Broker>] = [
        .on(GetMaxOffset.self) { broker, request, _ in
            OffsetResponse(offset: broker.store.maxOffset(of: QueueKey(topic: request.topic, queue: request.queueId)))
        },
        .on(GetMinOffset.self) { broker, request, call in
            call.remark = ""
            let queue = QueueKey(topic: request.topic, queue: request.queueId)
            return OffsetResponse(offset: broker.store.minOffset(of: queue))
        },
        .on(SearchOffset.self) { broker, request, _ in
            let queue = broker.store.queue(QueueKey(topic: request.topic, queue: request.queueId))
            let isUpper = request.boundaryType?.uppercased() == "UPPER"
            return OffsetResponse(offset: queue?.offset(at: request.timestamp, isUpper: isUpper) ?? 0)
        },
        .on(QueryConsumerOffset.self) { broker, request, _ in
            let queue = QueueKey(topic: request.topic, queue: request.queueId)
            if let offset = broker.offsets.offset(of: request.consumerGroup, in: queue) {
                return OffsetResponse(offset: offset)
            }
            if request.setZeroIfNotFound == false {
                throw Refusal(.queryNotFound, "Not found, do not set to zero, maybe this group boot first")
            }
            // A new group starts at the front while the whole queue is there.
            let range = broker.store.minOffset(of: queue)..<broker.store.maxOffset(of: queue)
            if range.lowerBound == 0, !range.isEmpty { return OffsetResponse(offset: 0) }
            throw Refusal(.queryNotFound, "Not found, V3_0_6_SNAPSHOT maybe this group consumer boot first")
        },
        .on(UpdateConsumerOffset.self) { broker, request, call in
            // Brokers of 4.9.8 take any name.
            guard call.generation == .v4 || broker.groups[request.consumerGroup] != nil else {
                throw Refusal(.subscriptionGroupNotExist, "Group \(request.consumerGroup) not exist!")
            }
            guard call.generation == .v4 || broker.topics[request.topic] != nil else {
                throw Refusal(.topicNotExist, "Topic \(request.topic) not exist!")
            }
            let queue = QueueKey(topic: request.topic, queue: request.queueId)
            broker.offsets.commit(request.commitOffset, of: request.consumerGroup, in: queue)
            return Empty()
        },
    ]
}
