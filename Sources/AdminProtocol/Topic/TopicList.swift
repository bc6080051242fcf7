/// Asks a name server for the names of all topics.
public struct GetAllTopicList: Request {
    public static let code: RequestCode = 206
    public typealias Response = TopicList

    public init() {}
}

/// Names of topics, in the order of the wire (`TopicList.java`).
public struct TopicList: JSONContent, Equatable {
    public var topicList: [String]
    public var brokerAddr: String?

    public init(_ topics: [String]) { topicList = topics }
}

/// Asks a broker which groups have offsets or connections on a topic.
public struct QueryTopicConsumeByWho: Request {
    public static let code: RequestCode = 300
    public typealias Response = GroupList
    public var topic: String

    public init(topic: String) { self.topic = topic }
}

/// Names of consumer groups (`GroupList.java`).
public struct GroupList: JSONContent, Equatable {
    public var groupList: [String]

    public init(_ groups: [String]) { groupList = groups }
}
