internal import AdminProtocol
internal import Remoting

extension Broker {
    static let clientHandlers: [Handler<Broker>] = [
        .on(HeartBeat.self) { broker, request, call in broker.hear(request.data, call) },
        .on(UnregisterClient.self) { broker, request, call in
            if let group = request.producerGroup { broker.clients.unregisterProducer(group, on: call.peer.id) }
            if let group = request.consumerGroup {
                broker.clients.unregisterConsumer(group, on: call.peer.id)
                broker.notify(group)
            }
            return Empty()
        },
    ]

    /// Takes note of a client and its groups, whose retry topics come into being with them.
    private func hear(_ data: HeartbeatData, _ call: Call) -> HeartBeatResponse {
        let client = ClientTable.Client(
            clientID: data.clientID, peer: call.peer, language: call.request.language.name,
            version: call.request.version, lastSeen: options.clock.now)
        let isSecondForm = (data.heartbeatFingerprint ?? 0) != 0
        for consumer in data.consumerDataSet ?? [] {
            guard let group = groups.find(consumer.groupName) else { continue }
            addRetryTopic(of: consumer, group, call)
            let hasChanged = clients.register(
                consumer, client, on: call.peer.id, keepingSubscriptions: isSecondForm && data.withoutSub == true)
            if hasChanged { notify(consumer.groupName) }
        }
        for producer in data.producerDataSet ?? [] {
            clients.registerProducer(producer.groupName, client, on: call.peer.id)
        }
        return HeartBeatResponse(IS_SUB_CHANGE: !isSecondForm)
    }

    private func addRetryTopic(of consumer: ConsumerData, _ group: SubscriptionGroupConfig, _ call: Call) {
        let name = TopicName.retryPrefix + consumer.groupName
        guard isMaster, topics[name] == nil, TopicName.problem(with: name) == nil else { return }
        let flags = consumer.unitMode == true ? TopicSystemFlags.hasUnitSubscription.rawValue : 0
        register(createRetryTopic(name, queues: group.retryQueueNums, systemFlags: flags), before: call)
    }
}
