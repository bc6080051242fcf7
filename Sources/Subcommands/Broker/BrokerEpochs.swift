import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// The epochs that one broker has seen.
struct BrokerEpochs: TableRow {
    var address: String
    var cache: EpochCache

    /// The last epoch is not over: it ends, so far, where the commit log does.
    var epochs: [EpochEntry] {
        var epochs = cache.epochList
        if let last = epochs.indices.last { epochs[last].endOffset = cache.maxOffset }
        return epochs
    }

    static let columns: [Column<Self>] = [
        Column("#Cluster", "cluster") { $0.cache.clusterName },
        Column("#Broker Name", "brokerName") { $0.cache.brokerName },
        Column("#Addr", "address") { $0.address },
        Column("#BID", "brokerId") { $0.cache.brokerId },
        Column("#Epochs", "epochs") { (try? $0.epochs.json()) ?? .null },
        Column("#Max Offset", "maxOffset") { $0.cache.maxOffset },
    ]

    /// A block of lines with an empty one before it, as `GetBrokerEpochSubCommand` prints it.
    var text: String {
        let lines = [
            "", "#clusterName\t\(cache.clusterName)", "#brokerName\t\(cache.brokerName)", "#brokerAddr\t\(address)",
            "#brokerId\t\(cache.brokerId)",
        ]
        let entries = epochs.map {
            "#Epoch: EpochEntry{epoch=\($0.epoch), startOffset=\($0.startOffset), endOffset=\($0.endOffset)}"
        }
        return (lines + entries).joined(separator: "\n")
    }
}

/// Whose epochs are asked for.
enum EpochTarget: Sendable {
    case broker(BrokerName)
    case cluster(ClusterName)

    func groups(in info: ClusterInfo) throws(NotFoundError) -> [BrokerData] {
        switch self {
        case .cluster(let cluster): return try info.groups(of: cluster.text)
        case .broker(let broker):
            guard let group = info.brokerAddrTable[broker.text] else {
                let known = info.brokerAddrTable.keys.sorted().joined(separator: ", ")
                throw NotFoundError(
                    "no broker '\(broker.text)': the name server knows \(known.isEmpty ? "none" : known)")
            }
            return [group]
        }
    }
}
