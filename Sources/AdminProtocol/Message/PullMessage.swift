/// Reads messages of a queue (`PullMessageRequestHeader.java`).
public struct PullMessage: Request {
    public static let code: RequestCode = 11
    public typealias Response = PullResult
    public var consumerGroup: String
    public var topic: String
    public var queueId: Int
    public var queueOffset: Int
    public var maxMsgNums: Int
    public var sysFlag: PullFlags
    public var commitOffset: Int
    /// How long a broker may wait for a message, with `PullFlags.suspend`.
    public var suspendTimeoutMillis: Int
    /// Tags, `*` or an SQL expression, as `expressionType` says.
    public var subscription: String?
    public var subVersion: Int
    /// `TAG` or `SQL92`.
    public var expressionType: String?
    /// See `GetMaxOffset`.
    public var brokerName: String?

    enum CodingKeys: String, CodingKey {
        case consumerGroup, topic, queueId, queueOffset, maxMsgNums, sysFlag, commitOffset, suspendTimeoutMillis
        case subscription, subVersion, expressionType
        case brokerName = "bname"
    }

    public init(
        consumerGroup: String, topic: String, queueId: Int, queueOffset: Int, maxMsgNums: Int, sysFlag: PullFlags,
        commitOffset: Int, suspendTimeoutMillis: Int, subscription: String?, subVersion: Int, expressionType: String?,
        brokerName: String? = nil
    ) {
        (self.consumerGroup, self.topic, self.queueId) = (consumerGroup, topic, queueId)
        (self.queueOffset, self.maxMsgNums, self.sysFlag) = (queueOffset, maxMsgNums, sysFlag)
        (self.commitOffset, self.suspendTimeoutMillis) = (commitOffset, suspendTimeoutMillis)
        (self.subscription, self.subVersion, self.expressionType) = (subscription, subVersion, expressionType)
        self.brokerName = brokerName
    }
}

extension PullMessage {
    /// A queue without messages to give is an answer too.
    public static func accepts(_ code: ResponseCode) -> Bool { PullStatus(code) != nil }
}

/// Bits of a pull's `sysFlag` (`PullSysFlag.java`).
public struct PullFlags: OptionSet, Sendable, Codable {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let commitOffset = PullFlags(rawValue: 1)
    /// Waits for a message when there is none.
    public static let suspend = PullFlags(rawValue: 2)
    /// The request says what it subscribes to.
    public static let subscription = PullFlags(rawValue: 4)
}

/// What became of a pull (`PullStatus.java`).
public enum PullStatus: String, Sendable {
    case found = "FOUND"
    /// The queue ends here.
    case noNewMessage = "NO_NEW_MSG"
    /// The filter let none of the messages pass that were looked at.
    case noMatchedMessage = "NO_MATCHED_MSG"
    /// The queue has no such offset.
    case illegalOffset = "OFFSET_ILLEGAL"

    /// Nil for the code of a refusal.
    public init?(_ code: ResponseCode) {
        switch code {
        case .success: self = .found
        case .pullNotFound: self = .noNewMessage
        case .pullRetryImmediately: self = .noMatchedMessage
        case .pullOffsetMoved: self = .illegalOffset
        default: return nil
        }
    }
}
