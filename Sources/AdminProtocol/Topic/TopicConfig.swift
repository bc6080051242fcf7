/// What a broker keeps of a topic (`TopicConfig.java`); 4.9 has no attributes.
public struct TopicConfig: JSONContent, Equatable {
    public var topicName: String
    public var readQueueNums: Int
    public var writeQueueNums: Int
    public var perm: Permission
    public var topicFilterType: String?
    public var topicSysFlag: Int
    public var order: Bool
    public var attributes: [String: String]?
    /// The logical queues, of a static topic; since 5.0.
    public var mappingDetail: TopicQueueMapping?

    /// RocketMQ's own defaults: 16 queues is the broker's, 8 what `mqadmin updateTopic` sends.
    public init(topicName: String, queues: Int = 8, perm: Permission = [.read, .write]) {
        (self.topicName, self.perm) = (topicName, perm)
        (readQueueNums, writeQueueNums) = (queues, queues)
        (topicFilterType, topicSysFlag, order) = ("SINGLE_TAG", 0, false)
    }
}

/// Whether clients may read from and write to a topic's queues (`PermName.java`).
public struct Permission: OptionSet, Sendable, Codable, Hashable {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The topic serves as the template of topics that clients create by sending to them.
    public static let inherit = Permission(rawValue: 1)
    public static let write = Permission(rawValue: 2)
    public static let read = Permission(rawValue: 4)

    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(Int.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// As `PermName.perm2String` writes it: `RW-`, `R--`, `-W-`.
    public var letters: String {
        (contains(.read) ? "R" : "-") + (contains(.write) ? "W" : "-") + (contains(.inherit) ? "X" : "-")
    }
}

/// Bits of a topic's `topicSysFlag` (`TopicSysFlag.java`).
public struct TopicSystemFlags: OptionSet, Sendable {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let unit = TopicSystemFlags(rawValue: 1)
    public static let hasUnitSubscription = TopicSystemFlags(rawValue: 2)
}
