internal import AdminProtocol

/// A queue that a message can be sent to.
struct SendTarget: Sendable {
    var address: PeerAddress
    var brokerName: String
    var queueId: Int
}

extension Producer {
    /// Queues in the order in which they are tried: one of each broker, the brokers in random order.
    ///
    /// A topic without a route is sent to the brokers that create topics by themselves: those that have the template
    /// topic TBW102 (`MQClientInstance.updateTopicRouteInfoFromNameServer`).
    func targets(of topic: String, broker: String?, queue: Int?) async throws -> [SendTarget] {
        let (route, mostQueues) = try await routeForSending(to: topic)
        return try route.queueDatas.shuffled().compactMap { queues in
            try target(queues, route, mostQueues, broker: broker, queue: queue)
        }
    }

    private func target(
        _ queues: QueueData, _ route: TopicRouteData, _ mostQueues: Int, broker: String?, queue: Int?
    ) throws -> SendTarget? {
        guard Permission(rawValue: queues.perm).contains(.write), broker == nil || broker == queues.brokerName,
            let master = route.brokerDatas.first(where: { $0.brokerName == queues.brokerName })?.masterAddress,
            let address = PeerAddress(master)
        else { return nil }
        let count = min(queues.writeQueueNums, mostQueues)
        guard count > 0 else { return nil }
        if let queue, !(0..<count).contains(queue) {
            throw NotFoundError("no queue \(queue) on '\(queues.brokerName)': its write queues are 0 to \(count - 1)")
        }
        return SendTarget(
            address: address, brokerName: queues.brokerName, queueId: queue ?? Int.random(in: 0..<count))
    }

    /// The queues that messages of a topic may be sent to, by broker name and number
    /// (`MQClientInstance.topicRouteData2TopicPublishInfo`).
    public func writableQueues(of topic: String) async throws -> [ReadableQueue] {
        let (route, mostQueues) = try await routeForSending(to: topic)
        return route.queueDatas.sorted { $0.brokerName < $1.brokerName }.flatMap { queues -> [ReadableQueue] in
            guard let target = try? target(queues, route, mostQueues, broker: nil, queue: nil) else { return [] }
            return (0..<min(queues.writeQueueNums, mostQueues)).map { id in
                let queue = MessageQueue(topic: topic, brokerName: target.brokerName, queueId: id)
                return ReadableQueue(queue: queue, address: target.address)
            }
        }
    }

    private func routeForSending(to topic: String) async throws -> (route: TopicRouteData, mostQueues: Int) {
        if let known = routes[topic] { return (known, .max) }
        do {
            let route = try await admin.route(of: topic)
            routes[topic] = route
            return (route, .max)
        } catch let error as BrokerError where error.code == .topicNotExist {
            guard let template = try? await admin.route(of: Self.templateTopic) else { throw error }
            return (template, Self.queuesOfNewTopic)
        }
    }

    private static let templateTopic = "TBW102"
    /// `defaultTopicQueueNums` of RocketMQ's producer.
    private static let queuesOfNewTopic = 4
}
