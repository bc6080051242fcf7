import AdminProtocol
import CommandKit

/// What came of an election.
struct Election: TableRow {
    var cluster: String
    var brokerName: String
    var master: ElectedMaster

    static let columns: [Column<Self>] = [
        Column("#ClusterName", "cluster") { $0.cluster },
        Column("#BrokerName", "brokerName") { $0.brokerName },
        Column("#BrokerMasterId", "masterBrokerId") { $0.master.header.masterBrokerId },
        Column("#BrokerMasterAddr", "masterAddress") { $0.master.header.masterAddress },
        Column("#MasterEpoch", "masterEpoch") { $0.master.header.masterEpoch },
        Column("#SyncStateSetEpoch", "syncStateSetEpoch") { $0.master.header.syncStateSetEpoch },
        Column("#SyncStateSet", "syncStateSet") { $0.master.body.syncStateSet },
        Column("#Broker", "brokers") { row in
            (row.master.body.brokerMemberGroup?.brokerAddrs).map { addresses in
                Dictionary(addresses.map { ("\($0.key)", $0.value) }) { $1 }
            }
        },
    ]

    /// As `ReElectMasterSubCommand` prints it; it looks for the group's brokers in the wrong place, and shows none.
    var lines: [String] {
        let header = master.header
        return [
            "", "#ClusterName\t\(cluster)", "#BrokerName\t\(brokerName)",
            "#BrokerMasterAddr\t\(header.masterAddress ?? "null")",
            "#MasterEpoch\t\(header.masterEpoch.map(String.init) ?? "null")",
            "#SyncStateSetEpoch\t\(header.syncStateSetEpoch.map(String.init) ?? "null")",
        ]
    }
}
