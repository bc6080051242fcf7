internal import AdminProtocol
internal import EventLoop

/// What controllers agreed on, and the brokers that they hear of (`ReplicasInfoManager.java` 5.3.3).
final class ControllerGroup {
    let addresses: [String]
    /// By broker name.
    private(set) var sets: [String: ReplicaSet] = [:]
    /// Brokers that run, by name and the id that the controllers gave.
    private var living: [String: [Int: Broker]] = [:]

    init(addresses: [String]) { self.addresses = addresses }

    func isAlive(_ id: Int, of brokerName: String, in cluster: String) -> Bool {
        living[brokerName]?[id]?.options.clusterName == cluster
    }

    /// Takes a broker that starts; it becomes the master where it is the first one of its name, or the one in sync.
    func enlist(_ broker: Broker) {
        var set =
            sets[broker.name] ?? ReplicaSet(cluster: broker.options.clusterName, brokerName: broker.name)
        let id = set.add(broker.address)
        living[broker.name, default: [:]][id] = broker
        if set.masterID == nil {
            let living = runningIDs(broker.name)
            let next = set.masterEpoch == 0 ? id : set.candidate(wished: nil, living: living, unclean: false)
            if let next { set.setMaster(next) }
        }
        sets[broker.name] = set
        broker.take(id: set.masterID == id ? 0 : id, epoch: set.masterEpoch) {}
    }

    /// Lets a broker go; another one becomes the master when it was.
    ///
    /// The ticket is redeemed when the name servers know; there is none where nothing changed for them.
    func retire(_ broker: Broker) -> Ticket<Void>? {
        guard let id = living[broker.name]?.first(where: { $0.value === broker })?.key else { return nil }
        living[broker.name]?[id] = nil
        guard sets[broker.name]?.masterID == id else { return nil }
        let next = sets[broker.name]?.candidate(wished: nil, living: runningIDs(broker.name), unclean: false)
        sets[broker.name]?.setMaster(next)
        return next == nil ? nil : spread(broker.name)
    }

    /// A slave has all that its master has.
    func noteInSync(_ broker: Broker) {
        guard let set = sets[broker.name], set.masterID != nil,
            let id = living[broker.name]?.first(where: { $0.value === broker })?.key,
            set.addresses[id] != nil, !set.inSync.contains(id)
        else { return }
        sets[broker.name]?.setInSync(set.inSync.union([id]))
    }

    func setMaster(_ id: Int, of brokerName: String) { sets[brokerName]?.setMaster(id) }

    /// Forgets brokers, or all of a name.
    func forget(_ ids: Set<Int>?, of brokerName: String) {
        for id in ids ?? [] { sets[brokerName]?.remove(id) }
        if ids?.isEmpty != false || sets[brokerName]?.addresses.isEmpty == true { sets[brokerName] = nil }
    }

    func runningIDs(_ brokerName: String) -> Set<Int> { Set((living[brokerName] ?? [:]).keys) }

    /// Tells the brokers of a name who their master is; the ticket is redeemed when the name servers know.
    func spread(_ brokerName: String) -> Ticket<Void> {
        let ticket = Ticket<Void>()
        guard let set = sets[brokerName], let brokers = living[brokerName], !brokers.isEmpty else {
            ticket.redeem(.success(()))
            return ticket
        }
        var waiting = brokers.count
        for (id, broker) in brokers {
            broker.take(id: id == set.masterID ? 0 : id, epoch: set.masterEpoch) {
                waiting -= 1
                if waiting == 0 { ticket.redeem(.success(())) }
            }
        }
        return ticket
    }
}
