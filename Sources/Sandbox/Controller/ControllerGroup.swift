internal import AdminProtocol
internal import EventLoop

/// What controllers agreed on, and the brokers that they hear of (`ReplicasInfoManager.java` 5.3.3).
final class ControllerGroup {
    let addresses: [String]
    /// The configuration of each controller.
    var properties: [Int: [String: String]] = [:]
    /// The controllers that run.
    private var running: Set<Int> = []
    /// The one that decides; nil while not more than half of them run.
    private(set) var leader: Int?
    /// By broker name.
    private(set) var sets: [String: ReplicaSet] = [:]
    /// Brokers that run, by name and the id that the controllers gave.
    private var living: [String: [Int: Broker]] = [:]

    init(addresses: [String]) { self.addresses = addresses }

    /// Takes a controller that starts.
    func join(_ index: Int) {
        running.insert(index)
        chooseLeader()
    }

    /// Lets a controller go; another one leads when it did.
    func leave(_ index: Int) {
        running.remove(index)
        if leader == index || running.count * 2 <= addresses.count { leader = nil }
        chooseLeader()
    }

    /// A new leader catches up on what nobody decided meanwhile.
    private func chooseLeader() {
        guard leader == nil, running.count * 2 > addresses.count else { return }
        leader = running.min()
        for name in sets.keys { _ = replaceMaster(of: name) }
    }

    func isAlive(_ id: Int, of brokerName: String, in cluster: String) -> Bool {
        living[brokerName]?[id]?.options.clusterName == cluster
    }

    func runningIDs(_ brokerName: String) -> Set<Int> { Set((living[brokerName] ?? [:]).keys) }

    func setMaster(_ id: Int, of brokerName: String) { sets[brokerName]?.setMaster(id) }

    /// Forgets brokers, or all of a name.
    func forget(_ ids: Set<Int>?, of brokerName: String) {
        for id in ids ?? [] { sets[brokerName]?.remove(id) }
        if ids?.isEmpty != false || sets[brokerName]?.addresses.isEmpty == true { sets[brokerName] = nil }
    }

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

extension ControllerGroup {
    /// Takes a broker that starts; it becomes the master where it is the first one of its name, or the one in sync.
    func enlist(_ broker: Broker) {
        broker.isControlled = true
        var set =
            sets[broker.name] ?? ReplicaSet(cluster: broker.options.clusterName, brokerName: broker.name)
        let id = set.add(broker.address, as: broker.controllerID)
        broker.controllerID = id
        living[broker.name, default: [:]][id] = broker
        sets[broker.name] = set
        if replaceMaster(of: broker.name) == nil {
            broker.take(id: set.masterID == id ? 0 : id, epoch: set.masterEpoch) {}
        }
    }

    /// Lets a broker go; another one becomes the master when it was.
    ///
    /// The ticket is redeemed when the name servers know; there is none where nothing changed for them.
    func retire(_ broker: Broker) -> Ticket<Void>? {
        guard let id = id(of: broker) else { return nil }
        living[broker.name]?[id] = nil
        guard leader != nil, let set = sets[broker.name] else { return nil }
        if set.masterID == id { return replaceMaster(of: broker.name) }
        if set.inSync.contains(id) { sets[broker.name]?.setInSync(set.inSync.subtracting([id])) }
        return nil
    }

    /// Counts a slave in that has all that its master has, and out when it has lacked something for too long
    /// (`ReplicasManager.checkSyncStateSetAndDoReport`).
    func noteProgress(of broker: Broker) {
        guard leader != nil, let set = sets[broker.name], let id = id(of: broker), set.addresses[id] != nil,
            let master = set.masterID.flatMap({ living[broker.name]?[$0] }), master !== broker
        else { return }
        let limit = Int(master.configuration["haMaxTimeSlaveNotCatchup"]) ?? 15_000
        if broker.store.log.maxOffset >= master.store.log.maxOffset {
            broker.replica.behindSince = nil
            if !set.inSync.contains(id) { sets[broker.name]?.setInSync(set.inSync.union([id])) }
        } else if broker.replica.hasBeenBehind(for: limit, at: master.options.clock.now), set.inSync.contains(id) {
            sets[broker.name]?.setInSync(set.inSync.subtracting([id]))
        }
    }

    private func id(of broker: Broker) -> Int? { living[broker.name]?.first { $0.value === broker }?.key }

    /// Chooses a master where there is none that lives, if one can be; the ticket is that of `spread`.
    private func replaceMaster(of name: String) -> Ticket<Void>? {
        guard let leader, let set = sets[name] else { return nil }
        let living = runningIDs(name)
        if let master = set.masterID, living.contains(master) { return nil }
        let unclean = properties[leader]?["enableElectUncleanMaster"] == "true"
        let next =
            set.masterEpoch == 0 ? living.min() : set.candidate(wished: nil, living: living, unclean: unclean)
        if next != nil || set.masterID != nil { sets[name]?.setMaster(next) }
        return next == nil ? nil : spread(name)
    }
}
