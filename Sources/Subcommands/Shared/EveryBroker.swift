internal import AdminClient
internal import CommandKit

/// One broker, or every one of a cluster, slaves too: each keeps users, permissions and accounts of its own.
struct EveryBroker: Alternatives {
    let target: Target

    static let alternatives: [Alternative<Self>] = [
        .option("b", "brokerAddr", "on this broker") { Self(target: .broker($0)) },
        .option("c", "clusterName", "on every broker of this cluster") { Self(target: .cluster($0)) },
    ]
}

extension Admin {
    /// The brokers that are meant.
    func addresses(of brokers: EveryBroker) async throws -> [PeerAddress] {
        try await members(of: brokers.target).map(\.address)
    }
}
