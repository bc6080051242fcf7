import AdminProtocol
import CommandKit

/// One access control file of a broker.
struct AclFile: TableRow {
    var broker: AclVersions
    /// Nil where the broker, of 4.9.1, does not name its only file.
    var path: String?
    var version: DataVersion

    static let columns: [Column<Self>] = [
        Column("#Cluster Name", "cluster", width: -16) { $0.broker.clusterName },
        Column("#Broker Name", "brokerName", width: -22) { $0.broker.brokerName },
        Column("#Broker Addr", "broker", width: -22) { $0.broker.brokerAddr },
        Column("#AclFilePath", "path", width: -20) { $0.path },
        Column("#AclConfigVersionNum", "version", width: -22) { $0.version.counter },
        Column("#AclLastUpdateTime", "updatedAt", width: -22) {
            $0.version.timestamp
        } text: {
            LocalTime(milliseconds: $0.version.timestamp).seconds
        },
    ]
}
