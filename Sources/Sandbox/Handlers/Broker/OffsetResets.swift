internal import AdminProtocol
internal import LooseJSON

extension Broker {
    static let resetHandlers: [Handler<Broker>] = [
        .on(InvokeBrokerToResetOffset.self) { broker, request, call in
            if call.generation == .v4 { return try broker.resetByClients(request, call) }
            return try broker.reset(request)
        }
    ]

    /// Moves a group as a broker since 5.0 does, which does not need the group's clients for it
    /// (`AdminBrokerProcessor.resetOffsetInner`).
    private func reset(_ request: InvokeBrokerToResetOffset) throws -> ResetOffsets {
        guard isMaster else { throw Refusal(.systemError, "Can not reset offset in slave broker") }
        guard let topic = topics[request.topic] else {
            throw Refusal(.topicNotExist, "Topic \(request.topic) does not exist")
        }
        guard groups[request.group] != nil else {
            throw Refusal(.subscriptionGroupNotExist, "Group \(request.group) does not exist")
        }
        var moved: Entries<MessageQueue, Int> = [:]
        for id in request.queueId >= 0 ? [request.queueId] : Array(topic.readQueues) {
            let queue = QueueKey(topic: request.topic, queue: id)
            let offset = try offset(for: request, in: queue)
            offsets.move(request.group, to: offset, in: queue)
            moved.append(MessageQueue(topic: request.topic, brokerName: name, queueId: id), offset)
        }
        if moved.isEmpty { throw Refusal(.systemError, "No queues to reset.") }
        return ResetOffsets(moved)
    }

    private func offset(for request: InvokeBrokerToResetOffset, in queue: QueueKey) throws -> Int {
        let (start, end) = (store.minOffset(of: queue), store.maxOffset(of: queue))
        if request.queueId >= 0, request.offset != -1 {
            guard (start...end + 1).contains(request.offset) else {
                throw Refusal(
                    .systemError, "Target offset \(request.offset) not in consume queue range [\(start)-\(end)]")
            }
            return request.offset
        }
        return request.timestamp < 0 ? end : store.queue(queue)?.offset(at: request.timestamp, isUpper: false) ?? start
    }
}
