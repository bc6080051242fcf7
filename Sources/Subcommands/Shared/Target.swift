internal import AdminClient
internal import AdminProtocol

/// Where a change is made: one broker, or every master of a cluster.
enum Target: Sendable {
    case broker(BrokerAddress)
    case cluster(ClusterName)
}

extension Admin {
    /// The brokers that `target` means; without one, the masters of the only cluster there is.
    func brokers(of target: Target?) async throws -> [PeerAddress] {
        switch target {
        case .broker(let broker): return [broker.peer]
        case .cluster(let cluster): return try await clusterInfo().masters(of: cluster.text)
        case nil:
            let info = try await clusterInfo()
            return try info.masters(of: info.onlyCluster())
        }
    }
}
