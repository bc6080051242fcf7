internal import AdminClient
internal import AdminProtocol

/// A broker with the part that it plays among those of its name.
struct BrokerMember: Sendable, CustomStringConvertible {
    var address: PeerAddress
    var role: Role

    enum Role: Sendable {
        /// It was named by its address; nobody asked what it is.
        case named
        case master
        /// A slave, with its master's address; nil while there is none.
        case slave(of: String?)
    }

    var description: String { address.description }

    /// The heading above a broker's part of a text: `============Master: 127.0.0.1:10911============`.
    var banner: String {
        let text =
            switch role {
            case .named: address.description
            case .master: "Master: \(address)"
            case .slave(let master): "My Master: \(master ?? "NO_MASTER")=====Slave: \(address)"
            }
        return "============\(text)============"
    }
}

extension Admin {
    /// The brokers that `target` means, slaves of a cluster's masters included; groups without a master come last.
    func members(of target: Target) async throws -> [BrokerMember] {
        switch target {
        case .broker(let broker): return [BrokerMember(address: broker.peer, role: .named)]
        case .cluster(let cluster):
            let groups = try await clusterInfo().groups(of: cluster.text)
            let (led, orphaned) = (groups.filter { $0.masterAddress != nil }, groups.filter { $0.masterAddress == nil })
            return (led + orphaned).flatMap(\.members)
        }
    }
}

extension BrokerData {
    /// Master and slaves, by id.
    var members: [BrokerMember] {
        brokerAddrs.sorted { $0.key < $1.key }.compactMap { id, text in
            PeerAddress(text).map {
                BrokerMember(address: $0, role: id == 0 ? .master : .slave(of: masterAddress))
            }
        }
    }
}
