public import LooseJSON

/// Asks a broker for a group's offsets on its queues (`GetConsumeStatsRequestHeader.java`).
public struct GetConsumeStats: Request {
    public static let code: RequestCode = 208
    public typealias Response = ConsumeStats
    public var consumerGroup: String
    public var topic: String?

    public init(group: String, topic: String? = nil) { (consumerGroup, self.topic) = (group, topic) }
}

/// A group's offsets by queue (`ConsumeStats.java`); the wire's keys are objects.
public struct ConsumeStats: JSONContent {
    /// Messages a second that the group's clients take.
    public var consumeTps: Double
    public var offsetTable: Entries<MessageQueue, OffsetWrapper>

    public init(consumeTps: Double, offsets: Entries<MessageQueue, OffsetWrapper>) {
        (self.consumeTps, offsetTable) = (consumeTps, offsets)
    }
}

/// One queue of a topic (`MessageQueue.java`).
public struct MessageQueue: Codable, Sendable, Hashable, Comparable {
    public var topic: String
    public var brokerName: String
    public var queueId: Int

    public init(topic: String, brokerName: String, queueId: Int) {
        (self.topic, self.brokerName, self.queueId) = (topic, brokerName, queueId)
    }

    /// By topic, broker name and queue, as `MessageQueue.compareTo` does.
    public static func < (left: MessageQueue, right: MessageQueue) -> Bool {
        (left.topic, left.brokerName, left.queueId) < (right.topic, right.brokerName, right.queueId)
    }
}

extension MessageQueue: CustomStringConvertible {
    /// `MessageQueue.toString()`.
    public var description: String { "MessageQueue [topic=\(topic), brokerName=\(brokerName), queueId=\(queueId)]" }
}

/// Where a queue ends and how far a group has come in it (`OffsetWrapper.java`).
public struct OffsetWrapper: Codable, Sendable, Equatable {
    public var brokerOffset: WireOffset
    public var consumerOffset: WireOffset
    /// How far clients have pulled; since 5.0.
    public var pullOffset: WireOffset?
    /// When the last consumed message was stored, in epoch milliseconds; 0 when none is known.
    public var lastTimestamp: Int

    public init(brokerOffset: Int, consumerOffset: Int, pullOffset: Int? = nil, lastTimestamp: Int) {
        (self.brokerOffset, self.consumerOffset) = (WireOffset(brokerOffset), WireOffset(consumerOffset))
        (self.pullOffset, self.lastTimestamp) = (pullOffset.map(WireOffset.init), lastTimestamp)
    }
}

/// A queue offset; C++ clients write -1 as an unsigned number, and that is how it is understood.
public struct WireOffset: Codable, Sendable, Hashable {
    public var value: Int
    /// Whether the wire had it as an unsigned number beyond the range of a signed one.
    public private(set) var isWrapped = false

    public init(_ value: Int) { self.value = value }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int.self) {
            self.value = value
        } else {
            value = Int(bitPattern: UInt(try container.decode(UInt64.self)))
            isWrapped = true
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
