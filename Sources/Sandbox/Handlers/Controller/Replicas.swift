internal import AdminProtocol

extension Controller {
    static let replicaHandlers: [Handler<Controller>] = [
        .on(ControllerGetMetadataInfo.self) { controller, _, _ in controller.metadata },
        .on(ControllerGetSyncStateData.self) { controller, request, _ in
            try controller.lead()
            if request.brokerNames.items.isEmpty { throw Refusal(.systemError, Refusal.unset) }
            let sets = request.brokerNames.items.compactMap { controller.group.sets[$0] }
            return BrokerReplicasInfo(
                Dictionary(sets.map { ($0.brokerName, controller.replicas(of: $0)) }) { $1 })
        },
        .on(CleanBrokerData.self) { controller, request, _ in
            try controller.lead()
            try controller.clean(request)
            return Empty()
        },
    ]

    private var metadata: ControllerMetadata {
        var metadata = ControllerMetadata(group: "group1", leader: group.leader.map { group.addresses[$0] } ?? "")
        metadata.controllerLeaderId = group.leader.map { "n\($0)" } ?? ""
        metadata.isLeader = group.leader == index
        metadata.peers = group.addresses.enumerated().map { "n\($0):\($1);" }.joined()
        return metadata
    }

    private func replicas(of set: ReplicaSet) -> BrokerReplicasInfo.Replicas {
        let all = set.addresses.sorted { $0.key < $1.key }.map { id, address in
            BrokerReplicasInfo.Replica(
                brokerName: set.brokerName, brokerId: id, brokerAddress: address,
                alive: group.isAlive(id, of: set.brokerName, in: set.cluster))
        }
        var replicas = BrokerReplicasInfo.Replicas()
        (replicas.masterBrokerId, replicas.masterAddress) = (set.masterID, set.masterAddress)
        (replicas.masterEpoch, replicas.syncStateSetEpoch) = (set.masterEpoch, set.inSyncEpoch)
        replicas.inSyncReplicas = all.filter { set.inSync.contains($0.brokerId ?? 0) }
        replicas.notInSyncReplicas = all.filter { !set.inSync.contains($0.brokerId ?? 0) }
        return replicas
    }

    /// The ids count only where living brokers are spared, as in 5.3.3: otherwise the whole name is forgotten.
    private func clean(_ request: CleanBrokerData) throws(Refusal) {
        let name = request.brokerName
        var ids: Set<Int>?
        if !request.isCleanLivingBroker {
            ids = try Self.ids(request.brokerControllerIdsToClean ?? "")
            if ids == nil, group.sets[name]?.masterID != nil {
                throw Refusal(2009, "Broker \(name) is still alive, clean up failure")
            }
            for id in (ids ?? []).sorted() where group.isAlive(id, of: name, in: request.clusterName ?? "") {
                throw Refusal(2009, "Broker [\(name),  \(id)] is still alive, clean up failure")
            }
        }
        guard group.sets[name] != nil else {
            throw Refusal(2009, "Broker \(name) is not existed,clean broker data failure.")
        }
        group.forget(ids, of: name)
    }

    private static func ids(_ text: String) throws(Refusal) -> Set<Int>? {
        if text.allSatisfy(\.isWhitespace) { return nil }
        var ids: Set<Int> = []
        for part in text.split(separator: ";") {
            guard let id = Int(part) else {
                let exception = "java.lang.NumberFormatException: For input string: \"\(part)\""
                let advice = "Please set the option <brokerControllerIdsToClean> according to the format"
                throw Refusal(2009, "\(advice), exception: \(exception)")
            }
            ids.insert(id)
        }
        return ids
    }
}
