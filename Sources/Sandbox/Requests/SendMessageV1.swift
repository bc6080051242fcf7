internal import AdminProtocol
internal import Remoting

/// Stores a message on a broker, with the long field names of older and other clients (`SendMessageRequestHeader.java`).
struct SendMessageV1: Request {
    static let code: RequestCode = 10
    typealias Response = SendMessageResponse
    var producerGroup: String
    var topic: String
    var defaultTopic: String
    var defaultTopicQueueNums: Int
    var queueId: Int
    var sysFlag: Int
    /// Epoch milliseconds.
    var bornTimestamp: Int
    var flag: Int
    var properties: String?
    var reconsumeTimes: Int?
    /// `true`, or `1` as the C++ client writes it.
    var unitMode: String?
    var maxReconsumeTimes: Int?
    var batch: String?
    @Body var body: [UInt8]

    /// The same request in its short form.
    var short: SendMessage {
        var request = SendMessage(
            producerGroup: producerGroup, topic: topic, queueId: queueId, brokerName: "", bornTimestamp: bornTimestamp,
            properties: MessageProperties(), body: body)
        (request.defaultTopic, request.defaultTopicQueueNums) = (defaultTopic, defaultTopicQueueNums)
        (request.systemFlags, request.flag) = (MessageSystemFlags(rawValue: sysFlag), flag)
        (request.properties, request.reconsumeTimes) = (properties, reconsumeTimes)
        (request.unitMode, request.batch) = (Self.isTrue(unitMode), Self.isTrue(batch))
        request.maxReconsumeTimes = maxReconsumeTimes
        return request
    }

    private static func isTrue(_ text: String?) -> Bool { text == "true" || text == "1" }
}
