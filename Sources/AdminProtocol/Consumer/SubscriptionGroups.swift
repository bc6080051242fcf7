public import LooseJSON

/// Creates a consumer group on a broker, or replaces its configuration; the body is the configuration.
public struct UpdateAndCreateSubscriptionGroup: Request {
    public static let code: RequestCode = 200
    @Body public var config: SubscriptionGroupConfig

    public init(config: SubscriptionGroupConfig) { self.config = config }
}

/// Creates consumer groups on a broker, or replaces their configurations (`SubscriptionGroupList.java`); since 5.3.
public struct UpdateAndCreateSubscriptionGroupList: Request {
    public static let code: RequestCode = 225
    @Body public var list: SubscriptionGroupList

    public init(_ configs: [SubscriptionGroupConfig]) { list = SubscriptionGroupList(groupConfigList: configs) }
}

/// Configurations of consumer groups.
public struct SubscriptionGroupList: JSONContent {
    public var groupConfigList: [SubscriptionGroupConfig]
}

/// Asks a broker for all its groups' configurations.
public struct GetAllSubscriptionGroupConfig: Request {
    public static let code: RequestCode = 201
    public typealias Response = AllSubscriptionGroups

    public init() {}
}

/// The groups of one broker, by name (`SubscriptionGroupWrapper.java`).
public struct AllSubscriptionGroups: JSONContent {
    public var dataVersion: DataVersion
    /// Topics that a group may not read; since 5.0.
    public var forbiddenTable: [String: [String: Int]]?
    public var subscriptionGroupTable: Entries<String, SubscriptionGroupConfig>

    public init(dataVersion: DataVersion, subscriptionGroupTable: [String: SubscriptionGroupConfig]) {
        (self.dataVersion, forbiddenTable) = (dataVersion, [:])
        self.subscriptionGroupTable = Entries(
            subscriptionGroupTable.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}

/// Forgets a group on one broker (`DeleteSubscriptionGroupRequestHeader.java`); a group that is not there is a success.
public struct DeleteSubscriptionGroup: Request {
    public static let code: RequestCode = 207
    public var groupName: String
    /// Whether the group's offsets go too; what brokers read since 5.0.
    public var cleanOffset: Bool?
    /// The same; what brokers of 4.9 read.
    public var removeOffset: Bool?

    public init(groupName: String, cleanOffset: Bool) {
        (self.groupName, self.cleanOffset, removeOffset) = (groupName, cleanOffset, cleanOffset)
    }
}

/// Makes a group's clients pull a topic's messages, or pop them (`SetMessageRequestModeRequestBody.java`); since 5.0.
public struct SetMessageRequestMode: Request {
    public static let code: RequestCode = 401
    @Body public var mode: MessageRequestModeSetting

    public init(_ mode: MessageRequestModeSetting) { self.mode = mode }
}

/// How a group's clients get a topic's messages.
public struct MessageRequestModeSetting: JSONContent, Equatable {
    public var consumerGroup: String
    /// `PULL` or `POP`.
    public var mode: String
    /// How many more queues each client pops from than its share; 0 means all.
    public var popShareQueueNum: Int
    public var topic: String

    public init(group: String, topic: String, mode: String, popShareQueueNum: Int) {
        (consumerGroup, self.topic, self.mode) = (group, topic, mode)
        self.popShareQueueNum = popShareQueueNum
    }
}
