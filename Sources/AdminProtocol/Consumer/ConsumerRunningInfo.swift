public import LooseJSON

/// Asks a broker to ask a client what it is doing (`GetConsumerRunningInfoRequestHeader.java`).
public struct GetConsumerRunningInfo: Request {
    public static let code: RequestCode = 307
    public typealias Response = ConsumerRunningInfo
    public var consumerGroup: String
    public var clientId: String
    public var jstackEnable = false

    public init(group: String, clientId: String, jstack: Bool = false) {
        (consumerGroup, self.clientId, jstackEnable) = (group, clientId, jstack)
    }
}

/// What a client says of itself (`ConsumerRunningInfo.java`).
public struct ConsumerRunningInfo: JSONContent {
    public var jstack: String?
    /// Queues that the client pops from; since 5.0.
    public var mqPopTable: Entries<MessageQueue, PopProcessQueueInfo>
    public var mqTable: Entries<MessageQueue, ProcessQueueInfo>
    public var properties: Entries<String, String>
    /// How fast each topic is consumed.
    public var statusTable: Entries<String, ConsumeStatus>
    public var subscriptionSet: [SubscriptionData]
    /// What the application adds; since 5.0.
    public var userConsumerInfo: Entries<String, String>

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        jstack = try fields.decodeIfPresent(String.self, forKey: .jstack)
        mqPopTable = try fields.value(.mqPopTable, or: [:])
        mqTable = try fields.value(.mqTable, or: [:])
        properties = try fields.value(.properties, or: [:])
        statusTable = try fields.value(.statusTable, or: [:])
        subscriptionSet = try fields.value(.subscriptionSet, or: [])
        userConsumerInfo = try fields.value(.userConsumerInfo, or: [:])
    }

    /// Whether messages are pushed to the client, so that one can be handed to it directly.
    public var isPush: Bool { properties["PROP_CONSUME_TYPE"] == "CONSUME_PASSIVELY" }

    /// Whether the client consumes in order, for which it has to lock its queues.
    public var isOrderly: Bool { properties["PROP_CONSUMEORDERLY"]?.lowercased() == "true" }

    /// Epoch milliseconds.
    public var startTimestamp: Int? { properties["PROP_CONSUMER_START_TIMESTAMP"].flatMap { Int($0) } }
}

/// How a client is doing with a queue (`ProcessQueueInfo.java`); times are epoch milliseconds.
public struct ProcessQueueInfo: Codable, Sendable, Equatable {
    public var commitOffset: WireOffset
    public var cachedMsgMinOffset: WireOffset
    public var cachedMsgMaxOffset: WireOffset
    public var cachedMsgCount: Int
    public var cachedMsgSizeInMiB: Int
    public var transactionMsgMinOffset: WireOffset
    public var transactionMsgMaxOffset: WireOffset
    public var transactionMsgCount: Int
    public var locked: Bool
    public var tryUnlockTimes: Int
    public var lastLockTimestamp: WireOffset
    public var droped: Bool
    public var lastPullTimestamp: WireOffset
    public var lastConsumeTimestamp: WireOffset

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let zero = WireOffset(0)
        commitOffset = try fields.value(.commitOffset, or: zero)
        cachedMsgMinOffset = try fields.value(.cachedMsgMinOffset, or: zero)
        cachedMsgMaxOffset = try fields.value(.cachedMsgMaxOffset, or: zero)
        cachedMsgCount = try fields.value(.cachedMsgCount, or: 0)
        cachedMsgSizeInMiB = try fields.value(.cachedMsgSizeInMiB, or: 0)
        transactionMsgMinOffset = try fields.value(.transactionMsgMinOffset, or: zero)
        transactionMsgMaxOffset = try fields.value(.transactionMsgMaxOffset, or: zero)
        transactionMsgCount = try fields.value(.transactionMsgCount, or: 0)
        locked = try fields.value(.locked, or: false)
        tryUnlockTimes = try fields.value(.tryUnlockTimes, or: 0)
        lastLockTimestamp = try fields.value(.lastLockTimestamp, or: zero)
        droped = try fields.value(.droped, or: false)
        lastPullTimestamp = try fields.value(.lastPullTimestamp, or: zero)
        lastConsumeTimestamp = try fields.value(.lastConsumeTimestamp, or: zero)
    }
}

/// How a client is doing with a queue that it pops from (`PopProcessQueueInfo.java`); since 5.0.
public struct PopProcessQueueInfo: Codable, Sendable, Equatable {
    public var waitAckCount: Int
    public var droped: Bool
    /// Epoch milliseconds.
    public var lastPopTimestamp: WireOffset
}

/// How fast a client consumes a topic (`ConsumeStatus.java`): milliseconds, and messages a second.
public struct ConsumeStatus: Codable, Sendable, Equatable {
    public var pullRT: Double
    public var pullTPS: Double
    public var consumeRT: Double
    public var consumeOKTPS: Double
    public var consumeFailedTPS: Double
    /// Messages that failed within the last hour.
    public var consumeFailedMsgs: Int
}
