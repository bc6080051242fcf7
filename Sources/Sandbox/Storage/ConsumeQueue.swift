/// The messages of one queue of a topic, as places in the commit log (`ConsumeQueue.java`).
struct ConsumeQueue {
    struct Entry {
        /// A byte offset in the commit log.
        var offset: Int
        var size: Int
        var tagsCode: Int
        /// Epoch milliseconds.
        var storeTimestamp: Int
    }

    private(set) var entries: [Entry] = []

    var minOffset: Int { 0 }
    /// The queue offset of the next message.
    var maxOffset: Int { entries.count }

    mutating func append(_ entry: Entry) { entries.append(entry) }

    /// The entry at a queue offset; nil outside of the queue.
    func entry(at offset: Int) -> Entry? { entries.indices.contains(offset) ? entries[offset] : nil }

    /// The first queue offset stored at `timestamp` or later (`BoundaryType.LOWER`), or the last one stored at
    /// `timestamp` or earlier (`UPPER`).
    func offset(at timestamp: Int, isUpper: Bool) -> Int {
        guard let first = entries.first, let last = entries.last else { return 0 }
        if isUpper {
            if first.storeTimestamp > timestamp { return 0 }
            if last.storeTimestamp < timestamp { return entries.count - 1 }
            return partition { $0.storeTimestamp > timestamp } - 1
        }
        return partition { $0.storeTimestamp >= timestamp }
    }

    /// The first index whose entry fulfils `condition`, which no entry before and every entry after it does.
    private func partition(_ condition: (Entry) -> Bool) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if condition(entries[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Names a queue of a topic on one broker.
struct QueueKey: Hashable, Comparable {
    var topic: String
    var queue: Int

    static func < (left: QueueKey, right: QueueKey) -> Bool {
        (left.topic, left.queue) < (right.topic, right.queue)
    }
}
