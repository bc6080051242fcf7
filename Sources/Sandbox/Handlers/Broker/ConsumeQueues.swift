internal import AdminProtocol
internal import LooseJSON

extension Broker {
    static let consumeQueueHandlers: [Handler<Broker>] = [
        .on(QueryConsumeQueue.self) { broker, request, call in try broker.entries(request, call) },
        .on(CheckRocksdbCqWriteProgress.self) { _, _, _ in
            // The comparison itself goes on without the client, and only the log tells how it ended.
            CheckRocksdbCqWriteResult(checkStatus: CheckRocksdbCqWriteResult.Status.inProgress.rawValue)
        },
    ]

    /// `AdminBrokerProcessor.queryConsumeQueue`; where the queue has no entry at the index, a success without a body.
    private func entries(_ request: QueryConsumeQueue, _ call: Call) throws -> IfAny<ConsumeQueueEntries> {
        let place = "\(request.queueId)@\(request.topic)"
        guard let queue = store.queue(QueueKey(topic: request.topic, queue: request.queueId)) else {
            throw Refusal(.systemError, "\(place) is not exist!")
        }
        guard (queue.minOffset..<queue.maxOffset).contains(request.index) else {
            call.remark = "Index \(request.index) of \(place) is not exist!"
            return IfAny(nil)
        }
        call.remark = Refusal.unset
        let end = min(queue.maxOffset, request.index + max(0, min(request.count, queue.maxOffset)))
        let found = (request.index..<end).compactMap { queue.entry(at: $0) }.map {
            ConsumeQueueEntry(physicOffset: $0.offset, physicSize: $0.size, tagsCode: $0.tagsCode, eval: false)
        }
        var entries = ConsumeQueueEntries(found, maxQueueIndex: queue.maxOffset, minQueueIndex: queue.minOffset)
        if let group = request.consumerGroup {
            entries.subscriptionData = try clients.consumers[group]?.subscriptions[request.topic]?.json()
            entries.filterData = entries.subscriptionData == nil ? "\(group)@\(request.topic) is not online!" : "null"
        }
        return IfAny(entries)
    }
}
