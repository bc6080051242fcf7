public import Remoting

/// Stores a message on a broker (`SendMessageRequestHeaderV2.java`, whose fields have one letter each).
public struct SendMessage: Request {
    public static let code: RequestCode = 310
    public typealias Response = SendMessageResult

    public var producerGroup: String
    public var topic: String
    public var defaultTopic = "TBW102"
    public var defaultTopicQueueNums = 4
    public var queueId: Int
    public var systemFlags = MessageSystemFlags()
    /// Epoch milliseconds.
    public var bornTimestamp: Int
    public var flag = 0
    /// The wire's text of the properties; see `MessageProperties`.
    public var properties: String?
    public var reconsumeTimes: Int? = 0
    public var unitMode: Bool? = false
    public var maxReconsumeTimes: Int?
    public var batch: Bool? = false
    public var brokerName: String?
    @Body public var body: [UInt8]

    enum CodingKeys: String, CodingKey {
        case producerGroup = "a"
        case topic = "b"
        case defaultTopic = "c"
        case defaultTopicQueueNums = "d"
        case queueId = "e"
        case systemFlags = "f"
        case bornTimestamp = "g"
        case flag = "h"
        case properties = "i"
        case reconsumeTimes = "j"
        case unitMode = "k"
        case maxReconsumeTimes = "l"
        case batch = "m"
        case brokerName = "n"
        case body
    }

    public init(
        producerGroup: String, topic: String, queueId: Int, brokerName: String, bornTimestamp: Int,
        properties: MessageProperties, body: [UInt8]
    ) {
        (self.producerGroup, self.topic, self.queueId) = (producerGroup, topic, queueId)
        (self.brokerName, self.bornTimestamp) = (brokerName, bornTimestamp)
        (self.properties, self.body) = (properties.wire, body)
    }
}

extension SendMessage {
    init(producerGroup: String, topic: String, queueId: Int, bornTimestamp: Int, body: [UInt8]) {
        (self.producerGroup, self.topic, self.queueId) = (producerGroup, topic, queueId)
        (self.bornTimestamp, self.body) = (bornTimestamp, body)
    }

    /// A message that is stored, but not yet where the broker's settings want it too, is stored all the same.
    public static func accepts(_ code: ResponseCode) -> Bool {
        [.success, .flushDiskTimeout, .slaveNotAvailable, .flushSlaveTimeout].contains(code)
    }
}

/// A message that is stored, and how safely.
public struct SendMessageResult: FramePayload, Equatable {
    public var code: ResponseCode
    public var header: SendMessageResponse

    public init(code: ResponseCode, header: SendMessageResponse) { (self.code, self.header) = (code, header) }

    public init(from frame: Frame) throws(PayloadError) {
        self.init(code: ResponseCode(rawValue: frame.code), header: try SendMessageResponse(from: frame))
    }

    public func write(to frame: inout Frame) throws(PayloadError) {
        frame.code = code.rawValue
        header.write(to: &frame)
    }
}

/// Where a broker put a message (`SendMessageResponseHeader.java`).
public struct SendMessageResponse: Header, Equatable {
    /// The offset id; clients show their own id instead.
    public var msgId: String
    public var queueId: Int
    public var queueOffset: Int
    public var transactionId: String?
    /// What recalls a delayed message; since 5.3.
    public var recallHandle: String?

    public init(msgId: String, queueId: Int, queueOffset: Int) {
        (self.msgId, self.queueId, self.queueOffset) = (msgId, queueId, queueOffset)
    }
}
