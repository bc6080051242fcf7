/// The brokers of one name as controllers know them (`BrokerReplicaInfo.java`, `SyncStateInfo.java` 5.3.3).
struct ReplicaSet {
    let cluster: String
    let brokerName: String
    private var nextID = 1
    /// `host:port` by the id that the controllers gave.
    private(set) var addresses: [Int: String] = [:]
    /// Nil while no broker can be the master.
    private(set) var masterID: Int?
    /// Counts the masters.
    private(set) var masterEpoch = 0
    /// The brokers that have all that the master has.
    private(set) var inSync: Set<Int> = []
    /// Counts the changes of `inSync`.
    private(set) var inSyncEpoch = 0

    init(cluster: String, brokerName: String) { (self.cluster, self.brokerName) = (cluster, brokerName) }

    var masterAddress: String? { masterID.flatMap { addresses[$0] } }

    /// The id of a broker: a new one, unless the broker was here before, with this id or address.
    mutating func add(_ address: String, as id: Int? = nil) -> Int {
        if let id, addresses[id] != nil {
            addresses[id] = address
            return id
        }
        if let known = addresses.first(where: { $0.value == address }) { return known.key }
        defer { nextID += 1 }
        addresses[nextID] = address
        return nextID
    }

    mutating func remove(_ id: Int) {
        addresses[id] = nil
        inSync.remove(id)
    }

    mutating func setMaster(_ id: Int?) {
        (masterID, masterEpoch) = (id, masterEpoch + 1)
        if let id { setInSync([id]) }
    }

    mutating func setInSync(_ ids: Set<Int>) { (inSync, inSyncEpoch) = (ids, inSyncEpoch + 1) }

    /// Who shall be the master, of `living`: the old one if it may stay, the one that is wished for, or the first.
    ///
    /// With `unclean` a broker that lacks messages will do (`DefaultElectPolicy.java`).
    func candidate(wished: Int?, living: Set<Int>, unclean: Bool) -> Int? {
        let pools = [inSync] + (unclean ? [Set(addresses.keys)] : [])
        for pool in pools {
            let candidates = pool.intersection(living)
            if let wished {
                if candidates.contains(wished) { return wished }
            } else if let masterID, candidates.contains(masterID) {
                return masterID
            } else if let first = candidates.min() {
                return first
            }
        }
        return nil
    }
}
