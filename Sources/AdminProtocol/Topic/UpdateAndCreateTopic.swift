/// Creates a topic on one broker, or replaces its configuration (`CreateTopicRequestHeader.java`).
public struct UpdateAndCreateTopic: Request {
    public static let code: RequestCode = 17
    public var topic: String
    public var defaultTopic = "TBW102"
    public var readQueueNums: Int
    public var writeQueueNums: Int
    public var perm: Permission
    public var topicFilterType = "SINGLE_TAG"
    public var topicSysFlag: Int
    public var order: Bool
    /// Edits such as `+message.type=FIFO,-other`; since 5.0.
    public var attributes: String?
    public var force: Bool?

    public init(_ config: TopicConfig, attributes: String? = nil) {
        topic = config.topicName
        (readQueueNums, writeQueueNums) = (config.readQueueNums, config.writeQueueNums)
        (perm, topicSysFlag, order) = (config.perm, config.topicSysFlag, config.order)
        self.attributes = attributes
    }
}

/// Asks a broker for a topic's configuration; since 5.0, an older broker answers code 3.
public struct GetTopicConfig: Request {
    public static let code: RequestCode = 351
    public typealias Response = TopicConfig
    public var topic: String
    /// Whether a static topic is to be answered as one, and not by its physical queues.
    public var lo = true

    public init(topic: String) { self.topic = topic }
}

/// Asks a broker for all its topics' configurations (`TopicConfigSerializeWrapper.java`).
public struct GetAllTopicConfig: Request {
    public static let code: RequestCode = 21
    public typealias Response = AllTopicConfigs

    public init() {}
}

/// The topics of one broker, by name.
public struct AllTopicConfigs: JSONContent {
    public var topicConfigTable: [String: TopicConfig]
    public var dataVersion: DataVersion?

    public init(_ topics: [String: TopicConfig], version: DataVersion) {
        (topicConfigTable, dataVersion) = (topics, version)
    }
}

/// When a table of a broker last changed (`DataVersion.java`).
public struct DataVersion: Codable, Sendable, Equatable {
    public var counter: Int
    public var stateVersion: Int?
    /// Epoch milliseconds.
    public var timestamp: Int

    public init(counter: Int, timestamp: Int) { (self.counter, self.timestamp) = (counter, timestamp) }
}
