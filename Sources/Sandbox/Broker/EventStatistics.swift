internal import AdminProtocol

/// How often something happened in the last day, such as messages to one topic (`StatsItem.java`).
struct EventStatistics {
    /// Ten seconds, as the original takes its samples.
    private struct Slot {
        /// Tens of seconds since the epoch.
        var start: Int
        var sum = 0
        var events = 0
    }

    private static let length = 10
    /// Slots of a day.
    private static let limit = 86_400 / length

    private var slots: [Slot] = []

    /// How many spans of ten seconds are remembered.
    var slotCount: Int { slots.count }

    /// Counts one event that brought `count` things; `now` is in epoch milliseconds.
    mutating func add(_ count: Int, at now: Int) {
        let start = now / (Self.length * 1000)
        if slots.last?.start != start {
            slots.append(Slot(start: start))
            if slots.count > 2 * Self.limit { slots.removeFirst(slots.count - Self.limit) }
        }
        slots[slots.count - 1].sum += count
        slots[slots.count - 1].events += 1
    }

    /// What was counted in the last `span` seconds.
    func item(over span: Int, at now: Int) -> BrokerStatsItem {
        let first = now / (Self.length * 1000) - span / Self.length
        let recent = slots.reversed().prefix { $0.start > first }
        let (sum, events) = recent.reduce((0, 0)) { ($0.0 + $1.sum, $0.1 + $1.events) }
        return BrokerStatsItem(
            sum: sum, tps: Double(sum) / Double(span), avgpt: events == 0 ? 0 : Double(sum) / Double(events))
    }
}
