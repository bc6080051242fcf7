public import LooseJSON

/// Asks a broker where a topic's queues begin and end (`GetTopicStatsInfoRequestHeader.java`).
public struct GetTopicStatsInfo: Request {
    public static let code: RequestCode = 202
    public typealias Response = TopicStatsTable
    public var topic: String

    public init(topic: String) { self.topic = topic }
}

/// A topic's queues on one broker (`TopicStatsTable.java`).
public struct TopicStatsTable: JSONContent {
    public var offsetTable: Entries<MessageQueue, TopicOffset>
    /// Messages a second; since 5.2.
    public var topicPutTps: Double?

    public init(offsets: Entries<MessageQueue, TopicOffset>, putTps: Double? = nil) {
        (offsetTable, topicPutTps) = (offsets, putTps)
    }
}

/// Where a queue begins and ends (`TopicOffset.java`).
public struct TopicOffset: Codable, Sendable, Equatable {
    /// Epoch milliseconds; 0 for an empty queue.
    public var lastUpdateTimestamp: Int
    /// The offset of the next message.
    public var maxOffset: Int
    public var minOffset: Int

    public init(lastUpdateTimestamp: Int, maxOffset: Int, minOffset: Int) {
        self.lastUpdateTimestamp = lastUpdateTimestamp
        (self.maxOffset, self.minOffset) = (maxOffset, minOffset)
    }
}
