internal import AdminProtocol

/// The brokers of one name that choose their master among themselves (`DLedgerRoleChangeHandler.java`).
final class LedgerGroup {
    /// A broker's place in its group.
    struct Seat {
        let group: LedgerGroup
        /// From 0 on, as in `dLegerSelfId`.
        let number: Int
    }

    /// How many brokers the group has, whether they run or not; more than half of them make a master.
    let size: Int
    /// Counts the elections.
    private var term = 0
    /// The brokers that run, by their numbers.
    private var living: [Int: BrokerReference] = [:]
    private var leader: Int?

    init(size: Int) { self.size = size }

    func join(_ broker: Broker, as number: Int) {
        living[number] = BrokerReference(broker: broker)
        if leader == nil { elect() } else { broker.take(id: number + 1, epoch: term) {} }
    }

    func leave(_ broker: Broker) {
        guard let number = living.first(where: { $0.value.broker === broker })?.key else { return }
        living[number] = nil
        if number == leader || living.count * 2 <= size { elect() }
    }

    /// Makes the one with the longest log the master, if more than half run; all others follow, with ids from 1 on.
    private func elect() {
        let candidates = living.sorted { $0.key < $1.key }.map { (number: $0.key, broker: $0.value.broker) }
        leader = living.count * 2 > size ? candidates.max { $0.broker.isBehind($1.broker) }?.number : nil
        if leader != nil { term += 1 }
        for (number, broker) in candidates {
            broker.take(id: number == leader ? 0 : number + 1, epoch: term) {}
        }
    }
}

extension Broker {
    /// Whether the log ends in an earlier epoch than another one, or in the same and sooner.
    fileprivate func isBehind(_ other: Broker) -> Bool {
        (replica.epochs.last?.epoch ?? 0, store.log.maxOffset)
            < (other.replica.epochs.last?.epoch ?? 0, other.store.log.maxOffset)
    }
}
