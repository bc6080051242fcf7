internal import AdminProtocol

/// Clusters, brokers and topics as a name server knows them (`RouteInfoManager.java` 5.3.3).
struct RouteTable {
    /// A broker's address is its own within its cluster only.
    struct Address: Hashable {
        var cluster: String
        var address: String
    }

    /// What is known of a broker that is alive.
    struct Live {
        var brokerName: String
        var haAddress: String
        var version: DataVersion
        /// The connection over which it registered.
        var connection: Int
        /// Epoch milliseconds.
        var lastSeen: Int
        var expiry: Duration
    }

    private(set) var topics: [String: [String: QueueData]] = [:]
    /// Of static topics, by topic and broker name; they stay when a topic is deleted, as in the original.
    private(set) var mappings: [String: [String: TopicQueueMappingInfo]] = [:]
    private(set) var brokers: [String: BrokerData] = [:] { didSet { generation += 1 } }
    private(set) var clusters: [String: Set<String>] = [:] { didSet { generation += 1 } }
    /// Counts changes of brokers and clusters.
    private(set) var generation = 0
    private(set) var live: [Address: Live] = [:]
    private let expiry: Duration
    /// Milliseconds; brokers that want to be believed in for longer than centuries are not.
    private static let longestExpiry = 1 << 44
    let clock: WallClock

    init(expiry: Duration, clock: WallClock) { (self.expiry, self.clock) = (expiry, clock) }

    var clusterInfo: ClusterInfo {
        ClusterInfo(brokers: brokers, clusters: clusters.mapValues { $0.sorted() })
    }

    /// A topic's queues and brokers, by broker name; nil when no living broker has it.
    func route(of topic: String) -> TopicRouteData? {
        guard let queues = topics[topic] else { return nil }
        let names = queues.keys.sorted()
        let groups = names.compactMap { brokers[$0] }
        if groups.isEmpty { return nil }
        var route = TopicRouteData(queues: names.compactMap { queues[$0] }, brokers: groups)
        route.topicQueueMappingByBroker = mappings[topic]
        return route
    }

    /// When a broker's topics last changed, as it said itself.
    func version(of broker: Address) -> DataVersion? { live[broker]?.version }

    mutating func touch(_ broker: Address) { live[broker]?.lastSeen = clock.now }

    mutating func removeLive(_ broker: Address) { live[broker] = nil }

    mutating func setQueue(_ queue: QueueData, of topic: String) { topics[topic]?[queue.brokerName] = queue }

    /// Keeps a group, or forgets it, and an empty cluster with it, when it has no broker left.
    mutating func setGroup(_ group: BrokerData, in cluster: String) {
        if !group.brokerAddrs.isEmpty { return brokers[group.brokerName] = group }
        brokers[group.brokerName] = nil
        clusters[cluster]?.remove(group.brokerName)
        if clusters[cluster]?.isEmpty == true { clusters[cluster] = nil }
    }

    /// Forgets a group's part of every topic.
    mutating func removeQueues(of brokerName: String) {
        // The names first: a table that is changed while it is walked would be copied for every change.
        for topic in topics.filter({ $0.value[brokerName] != nil }).map(\.key) {
            topics[topic]?[brokerName] = nil
            if topics[topic]?.isEmpty == true { topics[topic] = nil }
        }
    }

    mutating func removeTopic(_ topic: String) { topics[topic] = nil }

    /// Forgets a topic on the brokers of one cluster.
    mutating func removeTopic(_ topic: String, in cluster: String) {
        guard let names = clusters[cluster], var queues = topics[topic] else { return }
        for name in names { queues[name] = nil }
        topics[topic] = queues.isEmpty ? nil : queues
    }
}

extension RouteTable {
    /// Takes a broker's word for itself and its topics; nil when it must register all its topics first.
    mutating func register(
        _ request: RegisterBroker, _ wrapper: TopicConfigWrapper, on connection: Int
    ) -> RegisterBrokerResponse? {
        var group = brokers[request.brokerName]
        let isNewGroup = group == nil
        var addresses = group?.brokerAddrs ?? [:]
        // A slave that became master must not stay in the table as the slave that it was.
        addresses = addresses.filter { $0.value != request.brokerAddr || $0.key == request.brokerId }
        if addresses[request.brokerId] == nil, wrapper.topicConfigTable?.count == 1 { return nil }
        let isFirst = isNewGroup || addresses[request.brokerId] == nil
        addresses[request.brokerId] = request.brokerAddr
        group = BrokerData(cluster: request.clusterName, brokerName: request.brokerName, brokerAddrs: addresses)
        group?.enableActingMaster = request.enableActingMaster ?? false
        if brokers[request.brokerName] != group { brokers[request.brokerName] = group }
        if clusters[request.clusterName]?.contains(request.brokerName) != true {
            clusters[request.clusterName, default: []].insert(request.brokerName)
        }
        let version = wrapper.dataVersion ?? DataVersion(counter: 0, timestamp: 0)
        let address = Address(cluster: request.clusterName, address: request.brokerAddr)
        if speaksForTopics(request, addresses) {
            update(wrapper, of: request.brokerName, all: isFirst || live[address]?.version != version)
        }
        let limit = request.heartbeatTimeoutMillis.map { Duration.milliseconds(min($0, Self.longestExpiry)) }
        live[address] = Live(
            brokerName: request.brokerName, haAddress: request.haServerAddr, version: version, connection: connection,
            lastSeen: clock.now, expiry: limit ?? expiry)
        return response(to: request, addresses)
    }

    /// Masters, and the first slave where there is no master; only since 5.0 brokers say that they may act as one.
    private func speaksForTopics(_ request: RegisterBroker, _ addresses: [Int: String]) -> Bool {
        request.brokerId == 0 || request.enableActingMaster != nil && request.brokerId == addresses.keys.min()
    }

    private mutating func update(_ wrapper: TopicConfigWrapper, of broker: String, all: Bool) {
        for config in (wrapper.topicConfigTable ?? [:]).values where all || topics[config.topicName]?[broker] == nil {
            topics[config.topicName, default: [:]][broker] = QueueData(brokerName: broker, topic: config)
        }
        for (topic, mapping) in wrapper.topicQueueMappingInfoMap ?? [:] where all {
            mappings[topic, default: [:]][mapping.bname] = mapping
        }
    }

    private func response(to request: RegisterBroker, _ addresses: [Int: String]) -> RegisterBrokerResponse {
        guard request.brokerId != 0, let master = addresses[0] else { return RegisterBrokerResponse() }
        let known = live[Address(cluster: request.clusterName, address: master)]
        return RegisterBrokerResponse(haServerAddr: known?.haAddress, masterAddr: known == nil ? nil : master)
    }
}
