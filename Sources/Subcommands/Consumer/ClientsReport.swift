import AdminProtocol
import CommandKit
import LooseJSON

/// The clients of a group, and whether their answers fit together.
struct ClientsReport: Sections {
    /// `consumerStatus` has a table with a heading, `consumer` numbered lines.
    enum Layout: Sendable { case table, lines }

    var layout: Layout
    var rows: [ClientRow] = []
    var analysis: ClientAnalysis
    var failures: [Failure]

    static let sections: [Section<Self>] = [
        Section("clients") { report in
            Table(report.rows, layout: report.layout == .table ? .columns() : .lines { $0.line })
        },
        Section("analysis") { report in
            Record(report.analysis, layout: .labels([], before: report.analysis.lines))
        },
        Section("stuckQueues") { report in Table(report.analysis.stuckQueues, layout: .lines { $0.text }) },
    ]
}

/// One client of a group, and where what it said has been written.
struct ClientRow: TableRow {
    var index: Int
    var connection: ClientConnection
    var file: String
    var info: ConsumerRunningInfo

    static let columns: [Column<Self>] = [
        Column("#Index", width: -10, gap: 1) { "\($0.index)" },
        Column("#ClientId", "clientId", width: -40, gap: 1) { $0.connection.clientId },
        Column("#Version", "version", width: -20, gap: 1) { $0.connection.versionName },
        Column("#ConsumerRunningInfoFile", "file", width: 0) { $0.file },
        Column(key: "runningInfo") { $0.info.report },
    ]

    /// As `ConsumerSubCommand` prints it.
    var line: String {
        let number = String(repeating: "0", count: max(0, 3 - "\(index)".count)) + "\(index)"
        return "\(number)  \(left(connection.clientId, 40)) \(left(connection.versionName, 20)) \(file)"
    }
}

extension ClientConnection {
    var versionName: String { ServerVersion(rawValue: version).name }
}
