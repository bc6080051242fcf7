public import LooseJSON

/// Reads entries of a consume queue (`QueryConsumeQueueRequestHeader.java`).
///
/// The answer is empty where the queue has no entry at the index.
public struct QueryConsumeQueue: Request {
    public static let code: RequestCode = 321
    public typealias Response = IfAny<ConsumeQueueEntries>
    public var topic: String
    public var queueId: Int
    /// The offset of the first entry.
    public var index: Int
    public var count: Int
    /// A group whose filter is tried on each entry.
    public var consumerGroup: String?

    public init(topic: String, queueId: Int, index: Int, count: Int, group: String?) {
        (self.topic, self.queueId, self.index) = (topic, queueId, index)
        (self.count, consumerGroup) = (count, group)
    }
}

/// Entries of a consume queue (`QueryConsumeQueueResponseBody.java`).
public struct ConsumeQueueEntries: JSONContent, Equatable {
    /// What the group subscribes to (`SubscriptionData.java`), as the broker writes it.
    public var subscriptionData: JSON?
    public var filterData: String?
    public var queueData: [ConsumeQueueEntry]?
    public var maxQueueIndex: Int
    public var minQueueIndex: Int

    public init(_ queueData: [ConsumeQueueEntry], maxQueueIndex: Int, minQueueIndex: Int) {
        (self.queueData, self.maxQueueIndex, self.minQueueIndex) = (queueData, maxQueueIndex, minQueueIndex)
    }
}

/// An entry of a consume queue: where its message is (`ConsumeQueueData.java`).
public struct ConsumeQueueEntry: Codable, Sendable, Equatable {
    /// The message's place in the commit log, in bytes.
    public var physicOffset: Int
    /// Bytes.
    public var physicSize: Int
    /// Java's hash of the message's tag.
    public var tagsCode: Int
    public var extendDataJson: String?
    public var bitMap: String?
    /// Whether the group's filter lets the message pass.
    public var eval: Bool?
    /// What went wrong while the entry was read.
    public var msg: String?

    public init(physicOffset: Int, physicSize: Int, tagsCode: Int, eval: Bool?) {
        (self.physicOffset, self.physicSize, self.tagsCode, self.eval) = (physicOffset, physicSize, tagsCode, eval)
    }
}
