internal import AdminProtocol
internal import LooseJSON

/// A broker's word to a name server: that it lives, and its topics (`RegisterBrokerRequestHeader.java`).
struct RegisterBroker: Request {
    static let code: RequestCode = 103
    typealias Response = RegisterBrokerResponse
    var brokerName: String
    var brokerAddr: String
    var clusterName: String
    var haServerAddr: String
    var brokerId: Int
    /// How long to believe in the broker; the name server's own limit when nil.
    var heartbeatTimeoutMillis: Int?
    var enableActingMaster: Bool?
    var compressed: Bool?
    var bodyCrc32: Int?
    /// A `RegisterBrokerBody`, as JSON unless `compressed`.
    @Body var body: [UInt8]
}

struct RegisterBrokerResponse: Header {
    /// Of the master, for slaves.
    var haServerAddr: String?
    var masterAddr: String?
}

/// A broker's good-bye to a name server (`UnRegisterBrokerRequestHeader.java`).
struct UnregisterBroker: Request {
    static let code: RequestCode = 104
    var brokerName: String
    var brokerAddr: String
    var clusterName: String
    var brokerId: Int
}

/// What a broker says of its topics (`RegisterBrokerBody.java`).
struct RegisterBrokerBody: JSONContent {
    var topicConfigSerializeWrapper: TopicConfigWrapper
    var filterServerList: [String]? = []
}

/// Topics and when they last changed (`TopicConfigAndMappingSerializeWrapper.java`).
struct TopicConfigWrapper: JSONContent {
    var dataVersion: DataVersion?
    var mappingDataVersion: DataVersion?
    var topicConfigTable: [String: TopicConfig]?
    var topicQueueMappingDetailMap: [String: TopicQueueMapping]? = [:]
    var topicQueueMappingInfoMap: [String: TopicQueueMappingInfo]? = [:]

    init(_ topics: [String: TopicConfig], version: DataVersion) {
        (dataVersion, topicConfigTable) = (version, topics)
        mappingDataVersion = DataVersion(counter: 0, timestamp: version.timestamp)
        mappingDataVersion?.stateVersion = 0
    }
}
