internal import AdminProtocol

extension RouteTable {
    /// Takes away, or gives back, the right to write to a broker's topics; returns how many topics changed hands.
    ///
    /// The broker itself does not know: its next registration with a newer version undoes it.
    mutating func setWritable(_ isWritable: Bool, brokerName: String) -> Int {
        let affected = topics.compactMap { topic, queues in queues[brokerName].map { (topic, $0) } }
        for (topic, queue) in affected {
            var queue = queue
            let perm = Permission(rawValue: queue.perm)
            queue.perm = (isWritable ? perm.union([.read, .write]) : perm.subtracting(.write)).rawValue
            setQueue(queue, of: topic)
        }
        return affected.count
    }

    /// Forgets one broker, and its group's topics when it was the last of its group.
    mutating func unregister(_ request: UnregisterBroker) {
        removeLive(Address(cluster: request.clusterName, address: request.brokerAddr))
        removeAddress(request.brokerAddr, of: request.brokerName, in: request.clusterName)
    }

    /// Whether a broker of that address counts as living.
    func knows(_ address: String) -> Bool { live.keys.contains { $0.address == address } }

    mutating func removeBrokers(on connection: Int) { removeBrokers { $0.connection == connection } }

    /// Forgets brokers that have not registered for too long.
    mutating func removeExpiredBrokers() {
        let now = clock.now
        removeBrokers { now - $0.lastSeen > Int($0.expiry / .milliseconds(1)) }
    }

    private mutating func removeBrokers(where condition: (Live) -> Bool) {
        for (address, broker) in live.filter({ condition($0.value) }) {
            removeLive(address)
            removeAddress(address.address, of: broker.brokerName, in: address.cluster)
        }
    }

    private mutating func removeAddress(_ address: String, of name: String, in cluster: String) {
        guard var group = brokers[name] else { return }
        group.brokerAddrs = group.brokerAddrs.filter { $0.value != address }
        setGroup(group, in: cluster)
        if group.brokerAddrs.isEmpty { removeQueues(of: name) }
    }
}
