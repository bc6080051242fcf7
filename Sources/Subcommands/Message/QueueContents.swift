import AdminProtocol
import CommandKit
import Synchronization

/// The messages of a queue, and how many there are of each tag.
struct QueueContents: Sections {
    var messages: Table<PrintedMessage>
    var tags: Table<TagCount>?

    static let sections: [Section<Self>] = [
        Section("messages") { $0.messages },
        Section("tags") { $0.tags },
    ]
}

/// How many messages have a tag.
struct TagCount: TableRow {
    var tag: String
    var count: Int

    static let columns: [Column<Self>] = [
        Column("#Tag", "tag") { $0.tag },
        Column("#Count", "count") { $0.count },
    ]

    /// A line of `PrintMessageByQueueCommand.printCalculateByTag`.
    var line: String {
        "Tag: \(tag)" + String.blanks(30 - tag.utf16.count) + " Count: \(count)"
    }
}

/// Counts messages by tag while they are being read.
final class TagTally: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// Messages without a tag do not count.
    func count(_ messages: [StoredMessage]) {
        counts.withLock { counts in
            for message in messages {
                if let tag = message.tags, !tag.trimmed.isEmpty { counts[tag, default: 0] += 1 }
            }
        }
    }

    /// The most frequent tag first, then by name.
    var rows: [TagCount] {
        counts.withLock { counts in counts.map { TagCount(tag: $0.key, count: $0.value) } }
            .sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }
    }

    /// The counts, as they are when the table is drawn.
    var table: Table<TagCount> {
        Table(layout: .lines { $0.line }) { emit in
            for row in self.rows { try emit(row) }
        }
    }
}
