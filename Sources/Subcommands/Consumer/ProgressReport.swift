import CommandKit

/// A group's queues and their sums.
struct ProgressReport: Sections {
    var group: String
    var consumeTps: Double
    var rows: [QueueProgress]
    var showsClient: Bool
    var edition: Edition
    var failures: [Failure]

    static let sections: [Section<Self>] = [
        Section("queues") { report in
            Table(report.rows, layout: .columns(QueueProgress.columns(of: report.edition, report.showsClient)))
        },
        Section("total") { report in
            Record(report.total, layout: .labels([], before: report.total.lines(of: report.edition)))
        },
    ]

    private var total: ProgressTotal {
        ProgressTotal(
            group: group, consumeTps: consumeTps, diff: rows.reduce(0) { $0 &+ $1.diff },
            inflight: rows.reduce(0) { $0 &+ $1.inflight })
    }
}

/// The sums over a group's queues.
struct ProgressTotal: TableRow {
    var group: String
    var consumeTps: Double
    var diff: Int
    var inflight: Int

    static let columns: [Column<Self>] = [
        Column("Group", "group") { $0.group },
        Column("Consume TPS", "consumeTps") { $0.consumeTps },
        Column("Consume Diff Total", "diff") { $0.diff },
        Column("Consume Inflight Total", "inflight") { $0.inflight },
    ]

    func lines(of edition: Edition) -> [String] {
        let tps = "Consume TPS: \(consumeTps.fixed(2))"
        return edition == .v4
            ? ["", tps, "Diff Total: \(diff)"]
            : ["", tps, "Consume Diff Total: \(diff)", "Consume Inflight Total: \(inflight)"]
    }
}
