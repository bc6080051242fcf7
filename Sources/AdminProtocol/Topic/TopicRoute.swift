/// Asks a name server for a topic's brokers and queues (`GetRouteInfoRequestHeader.java`).
public struct GetRouteInfoByTopic: Request {
    public static let code: RequestCode = 105
    public typealias Response = TopicRouteData
    public var topic: String
    /// Asks servers since 4.9.4 for JSON whose object keys are all strings.
    public var acceptStandardJsonOnly: Bool?

    public init(topic: String) { self.topic = topic }
}

/// Where a topic lives (`TopicRouteData.java`); the properties stand in the order in which fastjson writes them.
public struct TopicRouteData: JSONContent, Equatable {
    public var brokerDatas: [BrokerData]
    public var filterServerTable: [String: [String]]?
    /// Queue counts per broker of an ordered topic, `broker-a:4;broker-b:4`.
    public var orderTopicConf: String?
    public var queueDatas: [QueueData]
    /// Where a static topic's logical queues are, by broker name; since 5.0.
    public var topicQueueMappingByBroker: [String: TopicQueueMappingInfo]?

    public init(queues: [QueueData], brokers: [BrokerData], orderTopicConf: String? = nil) {
        (queueDatas, brokerDatas, self.orderTopicConf) = (queues, brokers, orderTopicConf)
        filterServerTable = [:]
    }
}

/// The logical queues of a static topic that one broker has (`TopicQueueMappingInfo.java`).
public struct TopicQueueMappingInfo: Codable, Sendable, Equatable {
    public var bname: String
    /// From logical to physical queue.
    public var currIdMap: [Int: Int]?
    public var dirty: Bool?
    public var epoch: Int
    public var scope: String?
    public var topic: String
    public var totalQueues: Int

    /// What name servers get to know of a broker's mapping: the queues that it leads.
    public init(_ mapping: TopicQueueMapping) {
        (bname, epoch, scope, dirty) = (mapping.bname, mapping.epoch, mapping.scope, mapping.dirty)
        (topic, totalQueues) = (mapping.topic, mapping.totalQueues)
        currIdMap = mapping.hostedQueues.compactMapValues { items in
            items.last.flatMap { $0.bname == mapping.bname ? $0.queueId : nil }
        }
    }
}

/// A topic's queues on the brokers of one name (`QueueData.java`).
public struct QueueData: Codable, Sendable, Equatable {
    public var brokerName: String
    public var perm: Int
    public var readQueueNums: Int
    public var topicSysFlag: Int?
    public var writeQueueNums: Int

    public init(brokerName: String, topic: TopicConfig) {
        self.brokerName = brokerName
        (readQueueNums, writeQueueNums) = (topic.readQueueNums, topic.writeQueueNums)
        (perm, topicSysFlag) = (topic.perm.rawValue, topic.topicSysFlag)
    }
}

/// A master and its slaves (`BrokerData.java`): the broker of id 0 is the master.
public struct BrokerData: Codable, Sendable, Equatable {
    public var brokerAddrs: [Int: String]
    public var brokerName: String
    public var cluster: String?
    public var enableActingMaster: Bool?
    public var zoneName: String?

    public init(cluster: String, brokerName: String, brokerAddrs: [Int: String]) {
        (self.cluster, self.brokerName, self.brokerAddrs) = (cluster, brokerName, brokerAddrs)
    }

    /// The master's address, `host:port`; nil while the group has none.
    public var masterAddress: String? { brokerAddrs[0] }

    /// The master's address, or that of the slave with the lowest id.
    public var anyAddress: String? { brokerAddrs.min { $0.key < $1.key }?.value }
}
