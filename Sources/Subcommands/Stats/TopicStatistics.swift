import CommandKit

/// How many messages a topic gets, and one of its groups takes.
struct TopicStatistics: TableRow {
    var topic: String
    /// Nil where no group consumes the topic.
    var group: String?
    /// Messages that the group has not confirmed.
    var accumulation = 0
    /// Messages a second.
    var inTps = 0.0
    var outTps = 0.0
    /// Messages in the last day.
    var inToday = 0
    var outToday = 0

    var isActive: Bool { inToday > 0 || outToday > 0 }

    static let columns: [Column<Self>] = [
        Column("#Topic", "topic", width: -64) {
            $0.topic
        } text: {
            $0.topic.front(64)
        },
        Column("#Consumer Group", "group", width: -64, gap: 1) {
            $0.group
        } text: {
            $0.group?.front(64) ?? ""
        },
        Column("#Accumulation", "accumulation", width: 12, gap: 1) { $0.accumulation },
        Column("#InTPS", "inTps", width: 11, gap: 1) {
            $0.inTps
        } text: {
            $0.inTps.fixed(2)
        },
        Column("#OutTPS", "outTps", width: 11, gap: 1) {
            $0.outTps
        } text: {
            $0.group == nil ? "" : $0.outTps.fixed(2)
        },
        Column("#InMsg24Hour", "inMessages24Hours", width: 14, gap: 1) { $0.inToday },
        Column("#OutMsg24Hour", "outMessages24Hours", width: 14) {
            $0.outToday
        } text: {
            $0.group == nil ? "NO_CONSUMER" : "\($0.outToday)"
        },
    ]
}
