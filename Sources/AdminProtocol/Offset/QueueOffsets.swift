/// Asks a broker where a queue ends (`GetMaxOffsetRequestHeader.java`).
public struct GetMaxOffset: Request {
    public static let code: RequestCode = 30
    public typealias Response = OffsetResponse
    public var topic: String
    public var queueId: Int
    /// The broker that the queue names; for a queue of a static topic that is not the one that is asked.
    public var brokerName: String?

    enum CodingKeys: String, CodingKey {
        case topic, queueId
        case brokerName = "bname"
    }

    public init(topic: String, queueId: Int, brokerName: String? = nil) {
        (self.topic, self.queueId, self.brokerName) = (topic, queueId, brokerName)
    }
}

/// Asks a broker where a queue begins (`GetMinOffsetRequestHeader.java`).
public struct GetMinOffset: Request {
    public static let code: RequestCode = 31
    public typealias Response = OffsetResponse
    public var topic: String
    public var queueId: Int
    /// See `GetMaxOffset`.
    public var brokerName: String?

    enum CodingKeys: String, CodingKey {
        case topic, queueId
        case brokerName = "bname"
    }

    public init(topic: String, queueId: Int, brokerName: String? = nil) {
        (self.topic, self.queueId, self.brokerName) = (topic, queueId, brokerName)
    }
}

/// Asks a broker for a queue's offset at a time (`SearchOffsetRequestHeader.java`).
public struct SearchOffset: Request {
    public static let code: RequestCode = 29
    public typealias Response = OffsetResponse
    public var topic: String
    public var queueId: Int
    /// Epoch milliseconds.
    public var timestamp: Int
    /// `LOWER` when it is left out, or `UPPER`; since 5.0.
    public var boundaryType: String?
    /// See `GetMaxOffset`.
    public var brokerName: String?

    enum CodingKeys: String, CodingKey {
        case topic, queueId, timestamp, boundaryType
        case brokerName = "bname"
    }

    public init(
        topic: String, queueId: Int, timestamp: Int, boundaryType: String? = nil, brokerName: String? = nil
    ) {
        (self.topic, self.queueId, self.brokerName) = (topic, queueId, brokerName)
        (self.timestamp, self.boundaryType) = (timestamp, boundaryType)
    }
}

/// A place in a queue.
public struct OffsetResponse: Header, Equatable {
    public var offset: Int

    public init(offset: Int) { self.offset = offset }
}
