internal import AdminProtocol
internal import LooseJSON
internal import Remoting

extension Broker {
    /// Moves a group as a broker before 5.0 does: it tells the group's clients where to go, and they commit that
    /// themselves (`Broker2Client.resetOffset` 4.9.8).
    func resetByClients(_ request: InvokeBrokerToResetOffset, _ call: Call) throws -> ResetOffsets {
        let (name, group) = (request.topic, request.group)
        guard let topic = topics[name] else {
            throw Refusal(.systemError, "[reset-offset] reset offset failed, no topic in this broker. topic=\(name)")
        }
        var moved: Entries<MessageQueue, Int> = [:]
        for id in topic.writeQueues {
            let queue = QueueKey(topic: name, queue: id)
            guard let committed = offsets.offset(of: group, in: queue) else {
                throw Refusal(.systemError, "THe consumer group <\(group)> not exist")
            }
            let end = store.maxOffset(of: queue)
            let target =
                request.timestamp == -1 ? end : store.queue(queue)?.offset(at: request.timestamp, isUpper: false) ?? 0
            let place = MessageQueue(topic: name, brokerName: self.name, queueId: id)
            moved.append(place, request.isForce ? target : min(target, committed))
        }
        guard let consumers = clients.consumers[group] else {
            let place = "Group: \(group) Topic: \(name) Timestamp: \(request.timestamp)"
            throw Refusal(.consumerNotOnline, "Consumer not online, so can not reset offset, \(place)")
        }
        let news = try news(of: ResetOffsets(moved), for: request, call)
        for client in consumers.clients.values { errands.tell(client.peer, news) }
        return ResetOffsets(moved)
    }

    /// What the clients hear; those of C++ read the queues as a list.
    private func news(
        of offsets: ResetOffsets, for request: InvokeBrokerToResetOffset, _ call: Call
    ) throws -> Frame {
        var news = Frame(telling: RequestCode.resetClientOffset, by: call.generation)
        news.fields = [
            "topic": request.topic, "group": request.group, "timestamp": "\(request.timestamp)", "isForce": "false",
        ]
        news.body = try offsets.bodyBytes()
        guard call.request.language == .cpp else { return news }
        let list = (offsets.offsetTable ?? [:]).map { queue, offset -> JSON in
            [
                "brokerName": .string(queue.brokerName), "offset": .integer(offset), "queueId": .integer(queue.queueId),
                "topic": .string(queue.topic),
            ]
        }
        let body: JSON = ["offsetTable": .array(list)]
        news.body = Array(body.description.utf8)
        return news
    }
}

extension RequestCode {
    /// `RESET_CONSUMER_CLIENT_OFFSET`.
    fileprivate static let resetClientOffset = 220
}
