public import LooseJSON

/// What a broker keeps of a consumer group (`SubscriptionGroupConfig.java`); the defaults are those of the class, and
/// stand for what an older broker does not send.
public struct SubscriptionGroupConfig: JSONContent, Equatable {
    /// In a request, edits such as `+name` to set and `-name` to drop; since 5.0.
    public var attributes: Entries<String, String>?
    /// The broker to read from; 0 is the master.
    public var brokerId = 0
    public var consumeBroadcastEnable = true
    public var consumeEnable = true
    public var consumeFromMinEnable = true
    /// Since 5.0, as is all that has no place in 4.9's texts.
    public var consumeMessageOrderly = false
    public var consumeTimeoutMinute = 15
    public var groupName: String
    public var groupRetryPolicy: GroupRetryPolicy? = GroupRetryPolicy()
    public var groupSysFlag = 0
    public var notifyConsumerIdsChangedEnable = true
    public var retryMaxTimes = 16
    public var retryQueueNums = 1
    public var subscriptionDataSet: [SimpleSubscriptionData]?
    /// The broker to read from when the group is slow; 1 is the first slave.
    public var whichBrokerWhenConsumeSlowly = 1

    public init(_ name: String) { (groupName, attributes) = (name, [:]) }
}

extension SubscriptionGroupConfig {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        groupName = try fields.decode(String.self, forKey: .groupName)
        attributes = try fields.value(.attributes, or: [:])
        subscriptionDataSet = try fields.decodeIfPresent([SimpleSubscriptionData].self, forKey: .subscriptionDataSet)
        brokerId = try fields.value(.brokerId, or: brokerId)
        consumeBroadcastEnable = try fields.value(.consumeBroadcastEnable, or: consumeBroadcastEnable)
        consumeEnable = try fields.value(.consumeEnable, or: consumeEnable)
        consumeFromMinEnable = try fields.value(.consumeFromMinEnable, or: consumeFromMinEnable)
        consumeMessageOrderly = try fields.value(.consumeMessageOrderly, or: consumeMessageOrderly)
        consumeTimeoutMinute = try fields.value(.consumeTimeoutMinute, or: consumeTimeoutMinute)
        groupRetryPolicy = try fields.value(.groupRetryPolicy, or: groupRetryPolicy)
        groupSysFlag = try fields.value(.groupSysFlag, or: groupSysFlag)
        notifyConsumerIdsChangedEnable = try fields.value(
            .notifyConsumerIdsChangedEnable, or: notifyConsumerIdsChangedEnable)
        retryMaxTimes = try fields.value(.retryMaxTimes, or: retryMaxTimes)
        retryQueueNums = try fields.value(.retryQueueNums, or: retryQueueNums)
        whichBrokerWhenConsumeSlowly = try fields.value(.whichBrokerWhenConsumeSlowly, or: whichBrokerWhenConsumeSlowly)
    }
}

/// How long a group's failed messages wait for another try (`GroupRetryPolicy.java`); since 5.0.
public struct GroupRetryPolicy: Codable, Sendable, Equatable {
    public var customizedRetryPolicy: Customized?
    public var exponentialRetryPolicy: Exponential?
    public var type = Kind.customized

    public init() {}

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        customizedRetryPolicy = try fields.decodeIfPresent(Customized.self, forKey: .customizedRetryPolicy)
        exponentialRetryPolicy = try fields.decodeIfPresent(Exponential.self, forKey: .exponentialRetryPolicy)
        type = try fields.value(.type, or: .customized)
    }

    /// `GroupRetryPolicyType.java`.
    public enum Kind: String, Codable, Sendable { case exponential = "EXPONENTIAL", customized = "CUSTOMIZED" }

    /// Milliseconds of waiting, one try after the other (`CustomizedRetryPolicy.java`).
    public struct Customized: Codable, Sendable, Equatable {
        public var next: [Int]

        private static let standing = [
            1, 5, 10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1200, 1800, 3600, 7200,
        ].map { $0 * 1000 }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            next = try fields.value(.next, or: Self.standing)
        }
    }

    /// Milliseconds of waiting, each time `multiplier` times longer (`ExponentialRetryPolicy.java`).
    public struct Exponential: Codable, Sendable, Equatable {
        public var initial: Int
        public var max: Int
        public var multiplier: Int

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            initial = try fields.value(.initial, or: 5_000)
            max = try fields.value(.max, or: 7_200_000)
            multiplier = try fields.value(.multiplier, or: 2)
        }
    }
}

/// What a group may read, where the broker fixes it (`SimpleSubscriptionData.java`); since 5.0.
public struct SimpleSubscriptionData: Codable, Sendable, Equatable {
    public var expression: String?
    public var expressionType: String?
    public var topic: String?
    public var version: Int?
}
