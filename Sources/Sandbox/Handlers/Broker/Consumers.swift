internal import AdminProtocol
internal import LooseJSON

extension Broker {
    static let consumerHandlers: [Handler<Broker>] = [
        .on(GetConsumeStats.self) { broker, request, _ in broker.consumeStatistics(of: request) },
        .on(QueryTopicConsumeByWho.self) { broker, request, _ in
            let connected = broker.clients.groups(subscribedTo: request.topic)
            return GroupList(Set(connected + broker.offsets.groups(of: request.topic)).sorted())
        },
        .on(GetConsumerConnectionList.self) { broker, request, _ in
            guard let group = broker.clients.consumers[request.consumerGroup] else {
                throw Refusal(.consumerNotOnline, "the consumer group[\(request.consumerGroup)] not online")
            }
            return ConsumerConnection(group)
        },
        .on(GetConsumerListByGroup.self) { broker, request, _ in
            guard let group = broker.clients.consumers[request.consumerGroup] else {
                throw Refusal(.systemError, "no consumer for this group, \(request.consumerGroup)")
            }
            return ConsumerIDList(consumerIdList: group.connections.map(\.clientId))
        },
        .on(GetProducerConnectionList.self) { broker, request, _ in
            guard let clients = broker.clients.producers[request.producerGroup] else {
                throw Refusal(.systemError, "the producer group[\(request.producerGroup)] not exist")
            }
            return ProducerConnection(connectionSet: ClientConnection.list(clients))
        },
        .on(GetAllProducerInfo.self) { broker, _, _ in
            let groups = broker.clients.producers.sorted { $0.key < $1.key }
            return ProducerTableInfo(Entries(groups.map { ($0.key, $0.value.values.map(ProducerInfo.init)) }))
        },
    ]

    /// The group's offsets on the topics that it committed to, and still subscribes to if it is connected.
    private func consumeStatistics(of request: GetConsumeStats) -> ConsumeStats {
        let group = request.consumerGroup
        var names = request.topic.map { $0.isEmpty ? [] : [$0] } ?? []
        if names.isEmpty { names = offsets.topics(of: group) }
        if let subscriptions = clients.consumers[group]?.subscriptions, !subscriptions.isEmpty {
            names = names.filter { subscriptions[$0] != nil }
        }
        var table: Entries<MessageQueue, OffsetWrapper> = [:]
        for topic in names.compactMap({ topics[$0] }) {
            for queue in topic.readQueues {
                let place = MessageQueue(topic: topic.topicName, brokerName: name, queueId: queue)
                table.append(place, progress(of: group, in: QueueKey(topic: topic.topicName, queue: queue)))
            }
        }
        return ConsumeStats(consumeTps: 0, offsets: table)
    }

    private func progress(of group: String, in queue: QueueKey) -> OffsetWrapper {
        // Of a static topic an offset that is not known must not pass for the beginning.
        let unknown = mappings[queue.topic] == nil ? 0 : -1
        let consumed = max(unknown, offsets.offset(of: group, in: queue) ?? unknown)
        let pulled = offsets.pullOffset(of: group, in: queue) ?? -1
        return OffsetWrapper(
            brokerOffset: store.maxOffset(of: queue), consumerOffset: consumed, pullOffset: max(consumed, pulled),
            lastTimestamp: store.storeTimestamp(of: queue, at: consumed - 1) ?? 0)
    }
}

extension ConsumerConnection {
    fileprivate init(_ group: ClientTable.ConsumerGroup) {
        self.init(
            connections: group.connections,
            subscriptions: Entries(group.subscriptions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
        (consumeType, messageModel) = (group.consumeType, group.messageModel)
        consumeFromWhere = group.consumeFromWhere
    }
}

extension ProducerInfo {
    fileprivate init(_ client: ClientTable.Client) {
        self.init(
            clientId: client.clientID, language: client.language, lastUpdateTimestamp: client.lastSeen,
            remoteIP: "/\(client.address)", version: client.version)
    }
}
