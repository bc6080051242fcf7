import AdminClient
import CommandKit

/// A broker that wrote its records of popped messages back, or would have.
struct PopRecordExport: TableRow, CustomStringConvertible {
    var name: String
    var address: PeerAddress
    var isDry: Bool

    static let columns: [Column<Self>] = [
        Column("#Broker Name", "brokerName") { $0.name },
        Column("#Broker Address", "brokerAddr") { $0.address.description },
        Column("#Dry Run", "dryRun") { $0.isDry },
    ]

    /// As Java prints it.
    var line: String { "Export broker records, brokerName=\(name), brokerAddr=\(address), dryRun=\(isDry)" }

    /// The address, by which failures name it.
    var description: String { address.description }
}
