import AdminClient
import AdminProtocol
import CommandKit

/// The brokers that shall have a static topic's queues.
enum StaticTopicTargets: Sendable {
    case brokers(NameList)
    case clusters(NameList)

    /// The names of the brokers; throws `NotFoundError` for a broker or a cluster that is not registered.
    func names(in info: ClusterInfo) throws(NotFoundError) -> Set<String> {
        switch self {
        case .clusters(let list):
            var names: Set<String> = []
            for cluster in list.names { names.formUnion(try info.groups(of: cluster).map(\.brokerName)) }
            return names
        case .brokers(let list):
            for name in list.names where info.brokerAddrTable[name] == nil {
                let known = info.brokerAddrTable.keys.sorted().joined(separator: ", ")
                throw NotFoundError("no broker '\(name)': the name server knows \(known.isEmpty ? "none" : known)")
            }
            return Set(list.names)
        }
    }
}
