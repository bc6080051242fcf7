internal import AdminProtocol

/// Which client of a group has which queue for itself (`RebalanceLockManager.java`).
struct QueueLocks {
    private struct Lock {
        var client: String
        /// Epoch milliseconds.
        var renewed: Int

        func isExpired(at now: Int) -> Bool { now - renewed > QueueLocks.lifetime }
    }

    /// Milliseconds that a lock holds unless its client renews it.
    private static let lifetime = 60_000

    /// By group.
    private var locks: [String: [MessageQueue: Lock]] = [:]

    /// Those of the queues that the client now has.
    mutating func lock(_ request: QueuesOfClient, at now: Int) -> [MessageQueue] {
        var table = locks[request.consumerGroup] ?? [:]
        let taken = request.mqSet.filter { queue in
            if let lock = table[queue], lock.client != request.clientId, !lock.isExpired(at: now) { return false }
            table[queue] = Lock(client: request.clientId, renewed: now)
            return true
        }
        if !table.isEmpty { locks[request.consumerGroup] = table }
        return taken
    }

    mutating func unlock(_ request: QueuesOfClient) {
        for queue in request.mqSet where locks[request.consumerGroup]?[queue]?.client == request.clientId {
            locks[request.consumerGroup]?[queue] = nil
        }
        if locks[request.consumerGroup]?.isEmpty == true { locks[request.consumerGroup] = nil }
    }

    /// Whether a group has no lock that holds, as only one that consumes in order has.
    func areExpired(of group: String, at now: Int) -> Bool {
        locks[group]?.values.allSatisfy { $0.isExpired(at: now) } ?? true
    }
}
