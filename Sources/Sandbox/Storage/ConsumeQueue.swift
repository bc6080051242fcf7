/// The messages of one queue of a topic, as places in the commit log (`ConsumeQueue.java`).
struct ConsumeQueue {
    struct Entry {
        /// A byte offset in the commit log.
        var offset: Int
        /// Of the tag, or what else a filter goes by.
        var tagsCode: Int
        /// Epoch milliseconds.
        var storeTimestamp: Int
        private var bytes: UInt32

        var size: Int { Int(bytes) }

        init(offset: Int, size: Int, tagsCode: Int, storeTimestamp: Int) {
            (self.offset, self.tagsCode, self.storeTimestamp) = (offset, tagsCode, storeTimestamp)
            bytes = UInt32(clamping: size)
        }
    }

    /// Some of the first may be gone: `first` of them are.
    private var entries: [Entry] = []
    private var first = 0
    /// The queue offset of `entries[0]`.
    private var base: Int

    /// A queue whose first message will have this offset.
    init(startingAt offset: Int = 0) { base = offset }

    /// The queue offset of the oldest message that is there.
    var minOffset: Int { base + first }
    /// The queue offset of the next message.
    var maxOffset: Int { base + entries.count }
    var isEmpty: Bool { first == entries.count }

    mutating func append(_ entry: Entry) { entries.append(entry) }

    /// The entry at a queue offset; nil outside of the queue.
    func entry(at offset: Int) -> Entry? {
        (minOffset..<maxOffset).contains(offset) ? entries[offset - base] : nil
    }

    /// Forgets messages before an offset in the commit log (`correctMinOffset`).
    mutating func remove(before offset: Int) {
        first = partition { $0.offset >= offset } - base
        guard first * 2 >= entries.count else { return }
        (base, entries, first) = (base + first, Array(entries[first...]), 0)
    }

    /// Forgets the messages that stand in the log from `end` on.
    mutating func truncate(to end: Int) {
        while let last = entries.last, last.offset >= end, !isEmpty { entries.removeLast() }
    }

    /// The first queue offset stored at `timestamp` or later (`BoundaryType.LOWER`), or the last one stored at
    /// `timestamp` or earlier (`UPPER`).
    func offset(at timestamp: Int, isUpper: Bool) -> Int {
        guard !isEmpty, let last = entries.last else { return minOffset }
        if isUpper {
            if entries[first].storeTimestamp > timestamp { return minOffset }
            if last.storeTimestamp < timestamp { return maxOffset - 1 }
            return partition { $0.storeTimestamp > timestamp } - 1
        }
        return partition { $0.storeTimestamp >= timestamp }
    }

    /// The first queue offset whose entry fulfils `condition`, which no entry before and every entry after it does.
    private func partition(_ condition: (Entry) -> Bool) -> Int {
        var (low, high) = (first, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if condition(entries[middle]) { high = middle } else { low = middle + 1 }
        }
        return base + low
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
