public import Remoting

/// Reads the message at an offset of a broker's commit log (`ViewMessageRequestHeader.java`).
public struct ViewMessageByID: Request {
    public static let code: RequestCode = 33
    public typealias Response = MessageBatch
    /// Only since 5.2; older brokers pass over it.
    public var topic: String?
    public var offset: Int

    public init(topic: String?, offset: Int) { (self.topic, self.offset) = (topic, offset) }
}

/// Looks messages up by key in a broker's index (`QueryMessageRequestHeader.java`); code 22 when none is there.
public struct QueryMessage: Request {
    public static let code: RequestCode = 12
    public typealias Response = MessageBatch
    public var topic: String
    public var key: String
    public var maxNum: Int
    /// Epoch milliseconds.
    public var beginTimestamp: Int
    /// Epoch milliseconds.
    public var endTimestamp: Int
    /// Whether `key` is the id that the client gave the message, and not one of the user's keys.
    public var isUniqueKey: Bool?

    enum CodingKeys: String, CodingKey {
        case topic, key, maxNum, beginTimestamp, endTimestamp
        case isUniqueKey = "_UNIQUE_KEY_QUERY"
    }

    public init(topic: String, key: String, maxNum: Int, from begin: Int, to end: Int, isUniqueKey: Bool) {
        (self.topic, self.key, self.maxNum) = (topic, key, maxNum)
        (beginTimestamp, endTimestamp, self.isUniqueKey) = (begin, end, isUniqueKey)
    }
}

/// Stored messages, end to end.
public struct MessageBatch: FramePayload, Equatable {
    public var messages: [StoredMessage]

    public init(_ messages: [StoredMessage]) { self.messages = messages }

    public init(from frame: Frame) throws(PayloadError) {
        do { messages = try MessageReader.messages(in: frame.body) } catch { throw .malformedBody("\(error)") }
    }

    public func write(to frame: inout Frame) { frame.body = messages.flatMap { $0.encoded() } }
}

/// Hands a stored message to one client, now (`ConsumeMessageDirectlyResultRequestHeader.java`).
public struct ConsumeMessageDirectly: Request {
    public static let code: RequestCode = 309
    public typealias Response = ConsumeMessageDirectlyResult
    public var consumerGroup: String
    public var clientId: String
    /// The message's offset id.
    public var msgId: String

    public init(group: String, clientId: String, offsetID: String) {
        (consumerGroup, self.clientId, msgId) = (group, clientId, offsetID)
    }
}

/// What a client made of a message that was handed to it (`ConsumeMessageDirectlyResult.java`).
public struct ConsumeMessageDirectlyResult: JSONContent, Equatable {
    public var order: Bool
    public var autoCommit: Bool
    /// `CR_SUCCESS`, `CR_LATER`, `CR_ROLLBACK`, `CR_COMMIT`, `CR_THROW_EXCEPTION`, `CR_RETURN_NULL`.
    public var consumeResult: String?
    public var remark: String?
    public var spentTimeMills: Int
}
