import CommandKit

/// A broker that took a list of groups.
struct SubmittedGroups: TableRow {
    var broker: String
    var groups: [String]

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.broker },
        Column("#Groups", "groups") { $0.groups },
    ]
}
