import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// How far replication has come, as one broker sees it.
struct ReplicationStatus: TableRow {
    var broker: PeerAddress
    var info: HARuntimeInfo

    /// What only a slave says.
    private var client: HARuntimeInfo.Client? { info.master ? nil : info.haClientRuntimeInfo }

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.broker.description },
        Column("#Master", "isMaster") { $0.info.master },
        Column("#MasterAddr", "masterAddress") { $0.client?.masterAddr },
        Column("#CommitLogMaxOffset", "commitLogMaxOffset") {
            $0.client?.maxOffset ?? $0.info.masterCommitLogMaxOffset
        },
        Column("#InSyncSlaveNum", "inSyncSlaves") { $0.info.master ? $0.info.inSyncSlaveNums : nil },
        Column("#Slaves", "slaves") { ($0.info.master ? try? $0.info.haConnectionInfo?.json() : nil) ?? .array([]) },
        Column("#BytesPerSecond", "transferredByteInSecond") { $0.client?.transferredByteInSecond },
        Column("#LastReadTime", "lastReadTimestamp") { $0.client?.lastReadTimestamp },
        Column("#LastWriteTime", "lastWriteTimestamp") { $0.client?.lastWriteTimestamp },
        Column("#MasterFlushOffset", "masterFlushOffset") { $0.client?.masterFlushOffset },
    ]

    /// As `HAStatusSubCommand` prints it.
    var text: String { (info.master ? masterLines : slaveLines).joined(separator: "\n") }

    private var masterLines: [String] {
        let slaves = info.haConnectionInfo ?? []
        let rows = slaves.map { slave in
            Self.line(
                slave.addr, "\(slave.slaveAckOffset)", "\(slave.diff)", Self.kilobytes(slave.transferredByteInSecond),
                slave.inSync ? "OK" : "Fall Behind", "\(slave.transferFromWhere)")
        }
        return [
            "", "#MasterAddr\t\(broker)", "#MasterCommitLogMaxOffset\t\(info.masterCommitLogMaxOffset)",
            "#SlaveNum\t\(slaves.count)", "#InSyncSlaveNum\t\(info.inSyncSlaveNums)",
            Self.line(
                "#SlaveAddr", "#SlaveAckOffset", "#Diff", "#TransferSpeed(KB/s)", "#Status", "#TransferFromWhere"),
        ] + rows
    }

    private var slaveLines: [String] {
        guard let client = info.haClientRuntimeInfo else { return ["", "#MasterAddr\tnull"] }
        return [
            "", "#MasterAddr\t\(client.masterAddr ?? "null")", "#CommitLogMaxOffset\t\(client.maxOffset)",
            "#TransferSpeed(KB/s)\t\(Self.kilobytes(client.transferredByteInSecond))",
            "#LastReadTime\t\(LocalTime(milliseconds: client.lastReadTimestamp).withMilliseconds)",
            "#LastWriteTime\t\(LocalTime(milliseconds: client.lastWriteTimestamp).withMilliseconds)",
            "#MasterFlushOffset\t\(client.masterFlushOffset)",
        ]
    }

    private static func kilobytes(_ bytes: Int) -> String { (Double(bytes) / 1024).fixed(2) }

    private static func line(_ address: String, _ offset: String, _ rest: String...) -> String {
        ([address.padded(to: -32) + "  " + offset.padded(to: -16)] + rest.map { $0.padded(to: 16) })
            .joined(separator: " ")
    }
}
