public import LooseJSON

/// Asks a broker for all its topics, to keep their configurations as they stand on the wire.
public struct ExportTopicConfigs: Request {
    public static let code: RequestCode = 21
    public typealias Response = ExportedTopicConfigs

    public init() {}
}

/// A broker's topics with everything it says of them, what this program has no name for included
/// (`TopicConfigSerializeWrapper.java`).
public struct ExportedTopicConfigs: JSONContent {
    public var dataVersion: JSON?
    public var topicConfigTable: Entries<String, JSON>

    public init(_ topics: Entries<String, JSON>, version: JSON? = nil) {
        (topicConfigTable, dataVersion) = (topics, version)
    }
}

/// Asks a broker for all its consumer groups, to keep their configurations as they stand on the wire.
public struct ExportSubscriptionGroups: Request {
    public static let code: RequestCode = 201
    public typealias Response = ExportedSubscriptionGroups

    public init() {}
}

/// A broker's consumer groups with everything it says of them (`SubscriptionGroupWrapper.java`).
public struct ExportedSubscriptionGroups: JSONContent {
    public var dataVersion: JSON?
    /// What is forbidden to whom; since 5.0.
    public var forbiddenTable: JSON?
    public var subscriptionGroupTable: Entries<String, JSON>

    public init(_ groups: Entries<String, JSON>, version: JSON? = nil) {
        (subscriptionGroupTable, dataVersion) = (groups, version)
    }
}

/// Asks a broker for the names of the topics that it made for itself.
public struct GetSystemTopicListFromBroker: Request {
    public static let code: RequestCode = 305
    public typealias Response = TopicList

    public init() {}
}
