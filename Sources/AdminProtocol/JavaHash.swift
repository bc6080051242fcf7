/// Java's hashes, where RocketMQ lets its users see them.
public enum JavaHash {
    /// `String.hashCode`: tags are filtered by it.
    public static func hash(_ text: some StringProtocol) -> Int32 {
        text.utf16.reduce(0) { $0 &* 31 &+ Int32($1) }
    }

    /// The tag's hash as a consume queue keeps it, 0 without a tag (`MessageExtBrokerInner.tagsString2tagsCode`).
    public static func tagsCode(_ tags: String?) -> Int { tags.map { Int(hash($0)) } ?? 0 }

    /// `items` in the order in which a `HashMap` lists them that began with this many buckets.
    public static func mapOrder<Item>(_ items: [Item], buckets start: Int, name: (Item) -> String) -> [Item] {
        mapOrder(items, buckets: start) { hash(name($0)) }
    }

    /// Queues in the order in which a `HashSet` lists them, by `MessageQueue.hashCode`.
    public static func setOrder<Item>(_ items: [Item], queue: (Item) -> MessageQueue) -> [Item] {
        mapOrder(items, buckets: 16) { item in
            let queue = queue(item)
            return ((31 &+ hash(queue.brokerName)) &* 31 &+ Int32(truncatingIfNeeded: queue.queueId)) &* 31
                &+ hash(queue.topic)
        }
    }

    private static func mapOrder<Item>(_ items: [Item], buckets start: Int, hash: (Item) -> Int32) -> [Item] {
        var buckets = start
        while items.count * 4 > buckets * 3 { buckets *= 2 }
        let placed = items.enumerated().map { index, item in
            let hash = UInt32(bitPattern: hash(item))
            return (bucket: Int(hash ^ hash >> 16) & (buckets - 1), index: index, item: item)
        }
        return placed.sorted { ($0.bucket, $0.index) < ($1.bucket, $1.index) }.map(\.item)
    }
}
