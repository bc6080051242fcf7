/// Finds messages by key (`IndexService.java`): as in the original's files a hash stands for topic and key, and the entries
/// of a slot are chained, the newest first.
struct MessageIndex {
    private struct Entry {
        var hash: UInt64
        /// A byte offset in the commit log.
        var offset: Int
        /// Since the first indexed message, in whole seconds.
        var seconds: Int32
        /// The entry before it in its slot, counted from 1; 0 where there is none.
        var previous: UInt32
    }

    /// What a look-up found, and how far the index reaches.
    struct Matches {
        /// Byte offsets in the commit log, ascending.
        var offsets: [Int] = []
        /// Epoch milliseconds of the newest indexed message.
        var lastTimestamp = 0
        var lastOffset = 0
    }

    private var entries: [Entry] = []
    /// The newest entry of each slot, counted from 1.
    private var slots: [UInt32] = []
    private var minOffset = 0
    private var firstTimestamp: Int?
    private var lastTimestamp = 0
    private var lastOffset = 0

    /// Indexes the message under its client's id and each of its keys, which blanks separate.
    mutating func add(_ message: StoredFields, at offset: Int) {
        if let key = message.property("UNIQ_KEY") { add(message, key, at: offset) }
        guard let keys = message.property("KEYS") else { return }
        var start = 0
        while start < keys.count {
            var end = start
            while end < keys.count, keys[end] != UInt8(ascii: " ") { end += 1 }
            if end > start { add(message, UnsafeRawBufferPointer(rebasing: keys[start..<end]), at: offset) }
            start = end + 1
        }
    }

    private mutating func add(_ message: StoredFields, _ key: UnsafeRawBufferPointer, at offset: Int) {
        let timestamp = message.storeTimestamp
        let first = firstTimestamp ?? timestamp
        (firstTimestamp, lastTimestamp, lastOffset) = (first, timestamp, offset)
        if entries.count >= slots.count { chainAnew() }
        insert(
            Entry(
                hash: Self.hash(message.topic, key), offset: offset,
                seconds: Int32(clamping: max(0, (timestamp - first) / 1000)), previous: 0))
    }

    private mutating func insert(_ entry: Entry) {
        var entry = entry
        let slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
        entry.previous = slots[slot]
        entries.append(entry)
        slots[slot] = UInt32(truncatingIfNeeded: entries.count)
    }

    /// Leaves out the entries of messages that are gone, and makes as many slots as the rest needs, and more.
    private mutating func chainAnew() {
        let rest = entries.drop { $0.offset < minOffset }
        var count = 64
        while count < rest.count * 2 { count *= 2 }
        (slots, entries) = ([UInt32](repeating: 0, count: count), [])
        entries.reserveCapacity(count)
        for entry in rest { insert(entry) }
    }

    /// The newest `limit` messages under `key` that were stored from `begin` to `end`, in epoch milliseconds.
    ///
    /// As in the original, times count in whole seconds from the first indexed message.
    func matches(topic: String, key: String, limit: Int, from begin: Int, to end: Int) -> Matches {
        var matches = Matches()
        guard let firstTimestamp, !slots.isEmpty else { return matches }
        let hash = Array(topic.utf8).withUnsafeBytes { topic in
            Array(key.utf8).withUnsafeBytes { Self.hash(topic, $0) }
        }
        var next = slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
        while next > 0, matches.offsets.count < limit {
            let entry = entries[Int(next) - 1]
            if entry.offset < minOffset { break }
            next = entry.previous
            let time = firstTimestamp + Int(entry.seconds) * 1000
            if entry.hash == hash, time >= begin, time <= end { matches.offsets.append(entry.offset) }
        }
        matches.offsets.sort()
        if !matches.offsets.isEmpty { (matches.lastTimestamp, matches.lastOffset) = (lastTimestamp, lastOffset) }
        return matches
    }

    /// Forgets messages before `offset`, which the log has no more.
    mutating func remove(before offset: Int) {
        minOffset = offset
        let middle = entries.count / 2
        if middle > 0, entries[middle].offset < offset { chainAnew() }
    }

    /// Forgets the messages that stand in the log from `end` on.
    mutating func truncate(to end: Int) {
        while let last = entries.last, last.offset >= end { entries.removeLast() }
        chainAnew()
    }

    /// FNV-1a of `topic#key`.
    private static func hash(_ topic: UnsafeRawBufferPointer, _ key: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in topic { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ UInt64(UInt8(ascii: "#"))) &* 0x100_0000_01B3
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }
}
