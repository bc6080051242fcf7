internal import AdminProtocol

extension Broker {
    static let replicationHandlers: [Handler<Broker>] = [
        .on(GetBrokerHAStatus.self) { broker, _, _ in broker.haStatus },
        .on(GetBrokerEpochCache.self) { broker, _, _ in
            guard broker.isControlled else {
                throw Refusal(.systemError, "this request only for controllerMode ")
            }
            return EpochCache(
                clusterName: broker.options.clusterName, brokerName: broker.name, brokerId: broker.id,
                epochs: broker.replica.epochs, maxOffset: broker.store.log.maxOffset)
        },
        .on(ResetMasterFlushOffset.self) { broker, request, _ in
            // How far the master has written to its disk says nothing about what a slave may show here.
            if !broker.isMaster { broker.masterFlushOffset = request.masterFlushOffset }
            return Empty()
        },
    ]

    private var haStatus: HARuntimeInfo {
        let end = store.log.maxOffset
        if isMaster {
            return HARuntimeInfo(slaves: replication.slaves.map { $0.state(under: end) }, commitLogEnd: end)
        }
        var client = HARuntimeInfo.Client()
        (client.masterAddr, client.maxOffset) = (replication.master?.haAddress, end)
        (client.lastReadTimestamp, client.lastWriteTimestamp) = (options.clock.now, options.clock.now)
        return HARuntimeInfo(slave: client)
    }

    /// A slave as its master sees it, whose log goes up to `end`.
    private func state(under end: Int) -> HARuntimeInfo.Slave {
        var state = HARuntimeInfo.Slave(addr: address, inSyncAt: store.log.maxOffset)
        state.diff = end - store.log.maxOffset
        state.inSync = state.diff < Self.gapLimit
        return state
    }
}
