public import AdminProtocol

extension Admin {
    /// All clusters and brokers, as a name server knows them.
    public func clusterInfo() async throws -> ClusterInfo { try await askNameServer(GetBrokerClusterInfo()) }
}

extension ClusterInfo {
    /// The brokers of one cluster, or of all, sorted by name; throws `NotFoundError` for an unknown cluster.
    public func groups(of cluster: String?) throws(NotFoundError) -> [BrokerData] {
        guard let brokers = brokers(of: cluster), !(brokers.isEmpty && cluster != nil) else {
            throw .cluster(cluster ?? "", known: clusterAddrTable.keys)
        }
        return brokers
    }

    /// Addresses of the masters of a cluster, sorted by broker name; throws `NotFoundError` when it has none.
    public func masters(of cluster: String) throws(NotFoundError) -> [PeerAddress] {
        let masters = try groups(of: cluster).compactMap(\.masterAddress).compactMap { PeerAddress($0) }
        if masters.isEmpty { throw NotFoundError("cluster '\(cluster)' has no master at the moment") }
        return masters
    }

    /// The name of the only cluster there is.
    public func onlyCluster() throws -> String {
        let names = clusterAddrTable.keys.sorted()
        if names.isEmpty { throw NotFoundError("no broker is registered at the name server") }
        guard names.count == 1 else { throw AmbiguousClusterError(clusters: names) }
        return names[0]
    }

    /// The name of the broker that listens at `address`.
    public func brokerName(at address: PeerAddress) -> String? {
        brokerAddrTable.values.first { $0.brokerAddrs.values.contains(address.description) }?.brokerName
    }

    /// The name of the cluster that a broker belongs to.
    public func cluster(of brokerName: String) -> String? {
        brokerAddrTable[brokerName]?.cluster
            ?? clusterAddrTable.sorted { $0.key < $1.key }.first { $0.value.contains { $0 == brokerName } }?.key
    }
}
