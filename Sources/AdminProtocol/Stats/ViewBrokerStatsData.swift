/// Asks a broker for one of its statistics (`ViewBrokerStatsDataRequestHeader.java`); code 1 when there is none.
public struct ViewBrokerStatsData: Request {
    public static let code: RequestCode = 315
    public typealias Response = BrokerStatsData
    /// What is counted, such as `TOPIC_PUT_NUMS` (`Stats.java`).
    public var statsName: String
    /// Of what: a topic, or a topic and a group as `topic@group`.
    public var statsKey: String

    public init(_ name: String, of key: String) { (statsName, statsKey) = (name, key) }
}

/// A statistic over the last minute, hour and day (`BrokerStatsData.java`).
public struct BrokerStatsData: JSONContent, Equatable {
    public var statsMinute: BrokerStatsItem
    public var statsHour: BrokerStatsItem
    public var statsDay: BrokerStatsItem

    public init(statsMinute: BrokerStatsItem, statsHour: BrokerStatsItem, statsDay: BrokerStatsItem) {
        (self.statsMinute, self.statsHour, self.statsDay) = (statsMinute, statsHour, statsDay)
    }
}

/// What was counted in a span of time (`BrokerStatsItem.java`).
public struct BrokerStatsItem: Codable, Sendable, Equatable {
    public var sum: Int
    /// A second.
    public var tps: Double
    /// The average of one event.
    public var avgpt: Double

    public init(sum: Int, tps: Double, avgpt: Double) { (self.sum, self.tps, self.avgpt) = (sum, tps, avgpt) }
}

extension BrokerStatsData {
    /// The sum of the last day; while a broker has not been up for that long, of the last hour or minute
    /// (`StatsAllSubCommand.compute24HourSum`).
    public var daySum: Int {
        if statsDay.sum != 0 { return statsDay.sum }
        return statsHour.sum != 0 ? statsHour.sum : statsMinute.sum
    }
}
