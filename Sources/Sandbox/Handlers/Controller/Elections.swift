internal import AdminProtocol
internal import EventLoop

extension Controller {
    static let electionHandlers: [Handler<Controller>] = [
        .on(ControllerElectMaster.self) { controller, request, call in
            try controller.lead()
            return try controller.elect(request, call)
        }
    ]

    private func elect(_ request: ControllerElectMaster, _ call: Call) throws -> ElectedMaster {
        let name = request.brokerName
        guard let old = group.sets[name] else { throw Refusal(2010, "Broker hasn't been registered") }
        let wished = request.designateElect ? request.brokerId : nil
        let unclean = properties["enableElectUncleanMaster"] == "true"
        guard let chosen = old.candidate(wished: wished, living: group.runningIDs(name), unclean: unclean) else {
            throw Refusal(2012, "Failed to elect a new master")
        }
        if chosen == old.masterID {
            call.code = 2011
            call.remark = "The old master \(chosen) is still alive, not need to elect new master for broker \(name)"
            return Self.election(old, withMembers: false)
        }
        group.setMaster(chosen, of: name)
        let election = group.sets[name].map { Self.election($0, withMembers: true) }
        // Real controllers do not wait until the brokers have heard; here the next command shall find the new master.
        call.answer(after: group.spread(name), until: .after(.seconds(6)))
        return election ?? Self.election(old, withMembers: false)
    }

    private static func election(_ set: ReplicaSet, withMembers: Bool) -> ElectedMaster {
        var header = ElectMasterResponse()
        (header.masterBrokerId, header.masterAddress) = (set.masterID, set.masterAddress)
        (header.masterEpoch, header.syncStateSetEpoch) = (set.masterEpoch, set.inSyncEpoch)
        var body = ElectMasterBody()
        body.syncStateSet = set.inSync.sorted()
        if withMembers {
            body.brokerMemberGroup = BrokerMemberGroup(
                cluster: set.cluster, brokerName: set.brokerName, brokerAddrs: set.addresses)
        }
        return ElectedMaster(header, body)
    }
}
