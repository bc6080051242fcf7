/// Finds messages by key (`IndexService.java`).
struct MessageIndex {
    private struct Entry {
        /// A byte offset in the commit log.
        var offset: Int
        /// Epoch milliseconds.
        var timestamp: Int
    }

    /// What a look-up found, and how far the index reaches.
    struct Matches {
        /// Byte offsets in the commit log, ascending.
        var offsets: [Int] = []
        /// Epoch milliseconds of the newest indexed message.
        var lastTimestamp = 0
        var lastOffset = 0
    }

    private var entries: [String: [Entry]] = [:]
    private var firstTimestamp = 0
    private var lastTimestamp = 0
    private var lastOffset = 0

    /// Indexes the message under its client's id and each of its keys, which blanks separate.
    mutating func add(topic: String, uniqueKey: String?, keys: String?, offset: Int, timestamp: Int) {
        let names = [uniqueKey].compactMap { $0 } + (keys?.split(separator: " ").map(String.init) ?? [])
        if names.isEmpty { return }
        if entries.isEmpty { firstTimestamp = timestamp }
        for name in names {
            entries[topic + "#" + name, default: []].append(Entry(offset: offset, timestamp: timestamp))
        }
        (lastTimestamp, lastOffset) = (timestamp, offset)
    }

    /// The newest `limit` messages under `key` that were stored from `begin` to `end`, in epoch milliseconds.
    ///
    /// As in the original, times count in whole seconds from the first indexed message.
    func matches(topic: String, key: String, limit: Int, from begin: Int, to end: Int) -> Matches {
        var matches = Matches()
        for entry in entries[topic + "#" + key, default: []].reversed() where matches.offsets.count < limit {
            let seconds = (entry.timestamp - firstTimestamp) / 1000
            let time = firstTimestamp + max(0, seconds) * 1000
            if time >= begin, time <= end { matches.offsets.append(entry.offset) }
        }
        matches.offsets.sort()
        if !matches.offsets.isEmpty { (matches.lastTimestamp, matches.lastOffset) = (lastTimestamp, lastOffset) }
        return matches
    }

    /// Forgets what stands under a topic's keys.
    mutating func remove(topic: String) {
        entries = entries.filter { !$0.key.hasPrefix(topic + "#") }
    }
}
