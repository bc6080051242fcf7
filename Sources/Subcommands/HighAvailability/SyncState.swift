import AdminProtocol
import CommandKit
import LooseJSON

/// The replicas of one broker group, as a controller knows them.
struct SyncState: TableRow {
    var brokerName: String
    var replicas: BrokerReplicasInfo.Replicas

    static let columns: [Column<Self>] = [
        Column("#brokerName", "brokerName") { $0.brokerName },
        Column("#MasterBrokerId", "masterBrokerId") { $0.replicas.masterBrokerId },
        Column("#MasterAddr", "masterAddress") { $0.replicas.masterAddress },
        Column("#MasterEpoch", "masterEpoch") { $0.replicas.masterEpoch },
        Column("#SyncStateSetEpoch", "syncStateSetEpoch") { $0.replicas.syncStateSetEpoch },
        Column("#InSync", "inSyncReplicas") { (try? $0.replicas.inSyncReplicas?.json()) ?? .array([]) },
        Column("#NotInSync", "notInSyncReplicas") { (try? $0.replicas.notInSyncReplicas?.json()) ?? .array([]) },
    ]

    /// As `GetSyncStateSetSubCommand` prints it.
    var text: String {
        let (inSync, others) = (replicas.inSyncReplicas ?? [], replicas.notInSyncReplicas ?? [])
        let head = [
            "", "#brokerName\t\(brokerName)", "#MasterBrokerId\t\(Self.text(replicas.masterBrokerId))",
            "#MasterAddr\t\(replicas.masterAddress ?? "null")", "#MasterEpoch\t\(Self.text(replicas.masterEpoch))",
            "#SyncStateSetEpoch\t\(Self.text(replicas.syncStateSetEpoch))", "#SyncStateSetNums\t\(inSync.count)",
        ]
        let lines = inSync.flatMap { ["", "InSyncReplica:\t\(Self.text($0))"] }
        return (head + lines + others.flatMap { ["", "NotInSyncReplica:\t\(Self.text($0))"] }).joined(separator: "\n")
    }

    private static func text(_ number: Int?) -> String { number.map(String.init) ?? "null" }

    private static func text(_ replica: BrokerReplicasInfo.Replica) -> String {
        "ReplicaIdentity{brokerName='\(replica.brokerName ?? "null")', brokerId=\(text(replica.brokerId)), "
            + "brokerAddress='\(replica.brokerAddress ?? "null")', alive=\(replica.alive.map { "\($0)" } ?? "null")}"
    }
}
