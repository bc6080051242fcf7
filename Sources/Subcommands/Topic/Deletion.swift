import CommandKit

/// A server that forgot the topic.
struct Deletion: TableRow {
    var target: String
    /// `broker` or `nameServer`.
    var server: String

    static let columns: [Column<Self>] = [
        Column("#Target", "target") { $0.target },
        Column("#Server", "server") { $0.server },
    ]
}
