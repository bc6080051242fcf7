internal import AdminProtocol

extension Broker {
    static let replicationHandlers: [Handler<Broker>] = [
        .on(GetBrokerHAStatus.self) { broker, _, _ in broker.haStatus },
        .on(GetBrokerEpochCache.self) { broker, _, _ in
            guard !broker.replication.epochs.isEmpty else {
                throw Refusal(.systemError, "this request only for controllerMode ")
            }
            return EpochCache(
                clusterName: broker.options.clusterName, brokerName: broker.name, brokerId: broker.id,
                epochs: broker.replication.epochs, maxOffset: broker.store.log.maxOffset)
        },
        .on(ResetMasterFlushOffset.self) { broker, request, _ in
            // A slave reads its master's own log here, so that nothing depends on the value.
            if !broker.isMaster { broker.masterFlushOffset = request.masterFlushOffset }
            return Empty()
        },
    ]

    /// The log is one for all brokers of a name: slaves are never behind, and nothing has to be sent to them.
    private var haStatus: HARuntimeInfo {
        let end = store.log.maxOffset
        if isMaster {
            return HARuntimeInfo(
                slaves: replication.slaves.map { HARuntimeInfo.Slave(addr: $0, inSyncAt: end) }, commitLogEnd: end)
        }
        var client = HARuntimeInfo.Client()
        (client.masterAddr, client.maxOffset) = (replication.masterAddress, end)
        (client.lastReadTimestamp, client.lastWriteTimestamp) = (options.clock.now, options.clock.now)
        return HARuntimeInfo(slave: client)
    }
}
