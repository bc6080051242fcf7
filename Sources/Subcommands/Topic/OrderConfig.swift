import AdminClient
import AdminProtocol

/// The queue counts of an ordered topic, which name servers keep: `broker-a:8;broker-b:8`.
struct OrderConfig {
    var topic: String
    /// Broker names and write queues.
    var counts: [(broker: String, queues: Int)]

    /// The counts of the brokers that were updated, in the order in which the name server lists them.
    init(topic: String, rows: [UpdatedTopic], info: ClusterInfo) {
        self.topic = topic
        let updated = rows.compactMap { row in
            PeerAddress(row.broker).flatMap { info.brokerName(at: $0) }.map { ($0, row.config.writeQueueNums) }
        }
        let order = info.clusterAddrTable.sorted { $0.key < $1.key }.flatMap(\.value)
        counts = updated.sorted { left, right in
            order.firstIndex(of: left.0) ?? 0 < order.firstIndex(of: right.0) ?? 0
        }
    }

    /// Writes the counts to every name server; those of other brokers stay unless all are replaced.
    ///
    /// Returns what this command wrote of its own, as Java prints it. Throws when a name server failed.
    func store(replacing isWhole: Bool, through admin: Admin) async throws -> String {
        let own = text(counts)
        var value = own
        if !isWhole, let stored = try await admin.kvConfig(namespace: KVNamespace.orderTopicConfig, key: topic) {
            let others = parse(stored).filter { other in !counts.contains { $0.broker == other.broker } }
            value = text(others + counts)
        }
        let request = PutKVConfig(namespace: KVNamespace.orderTopicConfig, key: topic, value: value)
        for answer in try await admin.tellNameServers(request) { _ = try answer.result.get() }
        return own
    }

    private func text(_ counts: [(broker: String, queues: Int)]) -> String {
        counts.map { "\($0.broker):\($0.queues)" }.joined(separator: ";")
    }

    private func parse(_ text: String) -> [(broker: String, queues: Int)] {
        text.split(separator: ";").compactMap { piece in
            let parts = piece.split(separator: ":")
            guard parts.count == 2, let queues = Int(parts[1]) else { return nil }
            return (String(parts[0]), queues)
        }
    }
}
