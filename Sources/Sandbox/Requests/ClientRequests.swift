internal import AdminProtocol
internal import LooseJSON

/// What a client tells every broker every 30 seconds; the body says who it is.
struct HeartBeat: Request {
    static let code: RequestCode = 34
    typealias Response = HeartBeatResponse
    @Body var data: HeartbeatData
}

struct HeartBeatResponse: Header {
    var IS_SUPPORT_HEART_BEAT_V2 = true
    var IS_SUB_CHANGE: Bool
}

/// Whom a client works for (`HeartbeatData.java`).
struct HeartbeatData: JSONContent {
    var clientID: String
    var producerDataSet: [ProducerData]?
    var consumerDataSet: [ConsumerData]?
    /// 0 without the second form of heartbeats, which leaves out what has not changed.
    var heartbeatFingerprint: Int?
    var withoutSub: Bool?
}

struct ProducerData: Codable {
    var groupName: String
}

/// A client's word for a consumer group (`ConsumerData.java`): Java writes names, C++ numbers.
struct ConsumerData: Codable {
    var groupName: String
    var consumeType: String
    var messageModel: String
    var consumeFromWhere: String
    var subscriptionDataSet: [SubscriptionData]
    var unitMode: Bool?

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        groupName = try fields.decode(String.self, forKey: .groupName)
        consumeType = try fields.name(.consumeType, ["CONSUME_ACTIVELY", "CONSUME_PASSIVELY", "CONSUME_POP"])
        messageModel = try fields.name(.messageModel, ["BROADCASTING", "CLUSTERING"])
        consumeFromWhere = try fields.name(
            .consumeFromWhere,
            [
                "CONSUME_FROM_LAST_OFFSET", "CONSUME_FROM_LAST_OFFSET_AND_FROM_MIN_WHEN_BOOT_FIRST",
                "CONSUME_FROM_MIN_OFFSET", "CONSUME_FROM_MAX_OFFSET", "CONSUME_FROM_FIRST_OFFSET",
                "CONSUME_FROM_TIMESTAMP",
            ])
        subscriptionDataSet = try fields.decodeIfPresent([SubscriptionData].self, forKey: .subscriptionDataSet) ?? []
        unitMode = try? fields.decodeIfPresent(Bool.self, forKey: .unitMode)
    }
}

extension KeyedDecodingContainer {
    /// A Java enum by its name, or by its place among `names`.
    fileprivate func name(_ key: Key, _ names: [String]) throws -> String {
        guard let place = try? decode(Int.self, forKey: key) else { return try decode(String.self, forKey: key) }
        guard names.indices.contains(place) else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "no value \(place)")
        }
        return names[place]
    }
}

/// A client's good-bye (`UnregisterClientRequestHeader.java`).
struct UnregisterClient: Request {
    static let code: RequestCode = 35
    var clientID: String
    var producerGroup: String?
    var consumerGroup: String?
}

/// Asks a broker for the ids of a group's clients (`GetConsumerListByGroupRequestHeader.java`).
struct GetConsumerListByGroup: Request {
    static let code: RequestCode = 38
    typealias Response = ConsumerIDList
    var consumerGroup: String
}

struct ConsumerIDList: JSONContent {
    var consumerIdList: [String]
}
