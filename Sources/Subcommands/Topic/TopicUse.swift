import CommandKit

struct TopicRow: TableRow {
    /// A name a line; a column, so that a name cannot bring a line end of its own.
    static let names = Layout<Self>.columns([Column("#Topic", width: 0) { $0.topic }], header: false)

    var topic: String
    static let columns: [Column<Self>] = [Column("#Topic", "topic") { $0.topic }]
}

struct TopicUse: TableRow {
    var cluster: String?
    var topic: String
    var group: String?

    static let columns: [Column<Self>] = [
        Column("#Cluster Name", "cluster", width: -20) {
            $0.cluster
        } text: {
            ($0.cluster ?? "").front(20)
        },
        Column("#Topic", "topic", width: -64, titleWidth: -48) {
            $0.topic
        } text: {
            $0.topic.front(64)
        },
        Column(
            "#Consumer Group", "group", width: -64, titleWidth: -48, { $0.group }, text: { ($0.group ?? "").front(64) }),
    ]
}
