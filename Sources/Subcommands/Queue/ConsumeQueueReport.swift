import AdminProtocol
import CommandKit
import LooseJSON

/// Entries of a consume queue, as `QueryConsumeQueueCommand` prints them.
struct ConsumeQueueReport: Sections {
    var entries: ConsumeQueueEntries
    /// The offset of the first entry.
    var first: Int

    static let sections: [Section<Self>] = [
        Section("queue") { Record(ConsumeQueueRange(entries: $0.entries), layout: .labels([], before: $0.lines)) },
        Section("entries") { Table($0.rows, layout: .lines { $0.lines }) },
    ]

    private var rows: [ConsumeQueueRow] {
        (entries.queueData ?? []).enumerated().map { ConsumeQueueRow(index: first + $0, entry: $1) }
    }

    private var lines: [String] {
        var lines: [String] = []
        if let subscription = entries.subscriptionData {
            lines += ["Subscription data: ", subscription.text(.loosePretty), ConsumeQueueRow.rule]
        }
        if let filter = entries.filterData { lines += ["Filter data: ", filter, ConsumeQueueRow.rule] }
        let range = "max: \(entries.maxQueueIndex), min: \(entries.minQueueIndex)"
        return lines + ["Queue data: ", range, ConsumeQueueRow.rule]
    }
}

/// Where a consume queue begins and ends, and what a group wants of it.
struct ConsumeQueueRange: TableRow {
    var entries: ConsumeQueueEntries

    static let columns: [Column<Self>] = [
        Column(key: "maxQueueIndex") { $0.entries.maxQueueIndex },
        Column(key: "minQueueIndex") { $0.entries.minQueueIndex },
        Column(key: "subscriptionData") { $0.entries.subscriptionData },
        Column(key: "filterData") { $0.entries.filterData },
    ]
}

/// One entry of a consume queue.
struct ConsumeQueueRow: TableRow {
    var index: Int
    var entry: ConsumeQueueEntry

    static let rule = String(repeating: "=", count: 38)

    static let columns: [Column<Self>] = [
        Column(key: "index") { $0.index },
        Column(key: "physicOffset") { $0.entry.physicOffset },
        Column(key: "physicSize") { $0.entry.physicSize },
        Column(key: "tagsCode") { $0.entry.tagsCode },
        Column(key: "extendDataJson") { $0.entry.extendDataJson },
        Column(key: "bitMap") { $0.entry.bitMap },
        Column(key: "eval") { $0.entry.eval },
        Column(key: "msg") { $0.entry.msg },
    ]

    /// With `ConsumeQueueData.toString()`.
    var lines: String {
        "idx: \(index)\nConsumeQueueData{physicOffset=\(entry.physicOffset), physicSize=\(entry.physicSize), "
            + "tagsCode=\(entry.tagsCode), extendDataJson='\(entry.extendDataJson ?? "null")', "
            + "bitMap='\(entry.bitMap ?? "null")', eval=\(entry.eval ?? false), msg='\(entry.msg ?? "null")'}\n"
            + Self.rule
    }
}
