public import LooseJSON
public import Remoting

/// Asks a broker for the offset that a group committed (`QueryConsumerOffsetRequestHeader.java`).
public struct QueryConsumerOffset: Request {
    public static let code: RequestCode = 14
    public typealias Response = OffsetResponse
    public var consumerGroup: String
    public var topic: String
    public var queueId: Int
    public var setZeroIfNotFound: Bool?

    public init(consumerGroup: String, topic: String, queueId: Int, setZeroIfNotFound: Bool? = nil) {
        (self.consumerGroup, self.topic, self.queueId) = (consumerGroup, topic, queueId)
        self.setZeroIfNotFound = setZeroIfNotFound
    }
}

/// Sets the offset of a group in one queue (`UpdateConsumerOffsetRequestHeader.java`).
///
/// Brokers since 5.0 refuse it for a group or a topic that they do not know.
public struct UpdateConsumerOffset: Request {
    public static let code: RequestCode = 15
    public var consumerGroup: String
    public var topic: String
    public var queueId: Int
    public var commitOffset: Int
    /// See `GetMaxOffset`.
    public var brokerName: String?

    enum CodingKeys: String, CodingKey {
        case consumerGroup, topic, queueId, commitOffset
        case brokerName = "bname"
    }

    public init(consumerGroup: String, topic: String, queueId: Int, commitOffset: Int) {
        (self.consumerGroup, self.topic) = (consumerGroup, topic)
        (self.queueId, self.commitOffset) = (queueId, commitOffset)
    }

    public init(consumerGroup: String, queue: MessageQueue, commitOffset: Int) {
        self.init(
            consumerGroup: consumerGroup, topic: queue.topic, queueId: queue.queueId, commitOffset: commitOffset)
        brokerName = queue.brokerName
    }
}

/// Asks a broker to move a group's offsets to a time, or to a place in one queue (`ResetOffsetRequestHeader.java`).
///
/// Brokers before 5.0 tell the group's clients to do it, and answer code 206 when none is connected.
public struct InvokeBrokerToResetOffset: Request {
    public static let code: RequestCode = 222
    public typealias Response = ResetOffsets
    public var topic: String
    public var group: String
    /// Epoch milliseconds; -1 is the end of each queue.
    public var timestamp: Int
    /// Whether offsets may also move forward; brokers since 5.0 always may.
    public var isForce: Bool
    /// Only this queue, -1 for all; since 5.0.
    public var queueId = -1
    /// Where to in that queue, -1 to go by the time; since 5.0.
    public var offset = -1
    /// Whether the group's clients are of C++ before 2.0, which read another form of a queue.
    private let isCplus: Bool

    private enum CodingKeys: CodingKey { case topic, group, timestamp, isForce, queueId, offset }

    public init(group: String, topic: String, timestamp: Int, isForce: Bool, isCplus: Bool = false) {
        (self.group, self.topic, self.timestamp) = (group, topic, timestamp)
        (self.isForce, self.isCplus) = (isForce, isCplus)
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        topic = try fields.decode(String.self, forKey: .topic)
        group = try fields.decode(String.self, forKey: .group)
        timestamp = try fields.decode(Int.self, forKey: .timestamp)
        isForce = try fields.decodeIfPresent(Bool.self, forKey: .isForce) ?? false
        queueId = try fields.decodeIfPresent(Int.self, forKey: .queueId) ?? -1
        offset = try fields.decodeIfPresent(Int.self, forKey: .offset) ?? -1
        isCplus = false
    }

    public var language: Language { isCplus ? .cpp : .other }
}

/// A group's new offsets (`ResetOffsetBody.java`); the wire's keys are objects.
public struct ResetOffsets: JSONContent {
    public var offsetTable: Entries<MessageQueue, Int>?

    public init(_ offsets: Entries<MessageQueue, Int>) { offsetTable = offsets }
}

/// Asks a broker to ask a group's clients for their offsets in a topic (`GetConsumerStatusRequestHeader.java`).
public struct InvokeBrokerToGetConsumerStatus: Request {
    public static let code: RequestCode = 223
    public typealias Response = ConsumerStatusTable
    public var topic: String
    public var group: String
    /// The id of the only client to ask; empty for all.
    public var clientAddr: String?

    public init(group: String, topic: String, clientId: String) {
        (self.group, self.topic, clientAddr) = (group, topic, clientId)
    }
}

/// The offsets that clients have, by client id (`GetConsumerStatusBody.java`).
public struct ConsumerStatusTable: JSONContent {
    public var consumerTable: Entries<String, Entries<MessageQueue, WireOffset>>?

    public init(_ offsets: Entries<String, Entries<MessageQueue, WireOffset>>) { consumerTable = offsets }
}
