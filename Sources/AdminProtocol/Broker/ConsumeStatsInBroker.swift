/// Asks a broker for the offsets of all its groups (`GetConsumeStatsInBrokerHeader.java`).
public struct GetConsumeStatsInBroker: Request {
    public static let code: RequestCode = 317
    public typealias Response = ConsumeStatsList
    /// Only topics that are ordered.
    public var isOrder: Bool

    public init(isOrder: Bool) { self.isOrder = isOrder }
}

/// The offsets of all groups of one broker (`ConsumeStatsList.java`).
public struct ConsumeStatsList: JSONContent {
    public var brokerAddr: String?
    /// Maps of one group each; a group has one element for each of its topics.
    public var consumeStatsList: [[String: [ConsumeStats]]]
    /// Messages that the broker has and groups have not confirmed.
    public var totalDiff: Int
    /// Since 5.0.
    public var totalInflightDiff: Int?

    public init(
        brokerAddr: String, consumeStatsList: [[String: [ConsumeStats]]], totalDiff: Int, totalInflightDiff: Int
    ) {
        (self.brokerAddr, self.consumeStatsList) = (brokerAddr, consumeStatsList)
        (self.totalDiff, self.totalInflightDiff) = (totalDiff, totalInflightDiff)
    }
}
