internal import AdminProtocol
internal import LooseJSON

extension Broker {
    static let statisticsHandlers: [Handler<Broker>] = [
        .on(ViewBrokerStatsData.self) { broker, request, _ in
            guard let events = broker.statistics.events(request.statsName, of: request.statsKey) else {
                throw Refusal(.systemError, "The stats <\(request.statsName)> <\(request.statsKey)> not exist")
            }
            let now = broker.options.clock.now
            return BrokerStatsData(
                statsMinute: events.item(over: 60, at: now), statsHour: events.item(over: 3600, at: now),
                statsDay: events.item(over: 86_400, at: now))
        },
        .on(GetConsumeStatsInBroker.self) { broker, request, _ in broker.consumeStatistics(request) },
    ]

    /// Messages a second that a topic got in the last minute.
    func putTps(of topic: String) -> Double {
        statistics.events(BrokerStatistics.topicPuts, of: topic)?.item(over: 60, at: options.clock.now).tps ?? 0
    }

    /// `AdminBrokerProcessor.fetchAllConsumeStatsInBroker`; how far clients have pulled is not filled in there.
    private func consumeStatistics(_ request: GetConsumeStatsInBroker) -> ConsumeStatsList {
        var list: [[String: [ConsumeStats]]] = []
        var (total, inFlight) = (0, 0)
        for group in groups.configs.keys.sorted() {
            let subscriptions = clients.consumers[group]?.subscriptions ?? [:]
            let consumed = offsets.topics(of: group).compactMap { topics[$0] }.filter { topic in
                (!request.isOrder || topic.order) && (subscriptions.isEmpty || subscriptions[topic.topicName] != nil)
            }
            let stats = consumed.map { statistics(of: group, on: $0) }
            for offset in stats.flatMap(\.offsetTable).map(\.value) {
                // Clients commit what they like; sums wrap around as Java's do.
                total &+= offset.brokerOffset.value &- offset.consumerOffset.value
                inFlight &-= offset.consumerOffset.value
            }
            list.append([group: stats])
        }
        return ConsumeStatsList(
            brokerAddr: address, consumeStatsList: list, totalDiff: total, totalInflightDiff: inFlight)
    }

    private func statistics(of group: String, on topic: TopicConfig) -> ConsumeStats {
        var table: Entries<MessageQueue, OffsetWrapper> = [:]
        for id in topic.writeQueues {
            let queue = QueueKey(topic: topic.topicName, queue: id)
            let consumed = max(0, offsets.offset(of: group, in: queue) ?? 0)
            let offset = OffsetWrapper(
                brokerOffset: store.maxOffset(of: queue), consumerOffset: consumed, pullOffset: 0,
                lastTimestamp: store.storeTimestamp(of: queue, at: consumed - 1) ?? 0)
            table.append(MessageQueue(topic: topic.topicName, brokerName: name, queueId: id), offset)
        }
        let gets = statistics.events(BrokerStatistics.groupGets, of: "\(topic.topicName)@\(group)")
        return ConsumeStats(consumeTps: gets?.item(over: 60, at: options.clock.now).tps ?? 0, offsets: table)
    }
}
