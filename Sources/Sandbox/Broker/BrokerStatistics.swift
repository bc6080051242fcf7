/// What a broker counts of its own work (`StoreStatsService.java`, `BrokerStatsManager.java`).
struct BrokerStatistics {
    /// Messages to a topic.
    static let topicPuts = "TOPIC_PUT_NUMS"
    /// Messages of a topic that a group got; the key is `topic@group`.
    static let groupGets = "GROUP_GET_NUMS"

    /// Epoch milliseconds.
    let bootTimestamp: Int
    var puts = RateHistory()
    var failedPuts = 0
    var putBytes = 0
    /// Pulls that found something, and pulls that did not.
    var founds = RateHistory()
    var misses = RateHistory()
    /// Messages that pulls brought.
    var transferred = RateHistory()
    /// By name and key.
    private var events: [String: [String: EventStatistics]] = [:]

    init(bootTimestamp: Int) { self.bootTimestamp = bootTimestamp }

    /// What is counted under a name, such as `topicPuts`, and a key; nil where nothing ever happened.
    func events(_ name: String, of key: String) -> EventStatistics? { events[name]?[key] }

    mutating func count(_ name: String, of key: String, _ count: Int = 1, at now: Int) {
        events[name, default: [:]][key, default: EventStatistics()].add(count, at: now)
    }

    /// Forgets what was counted of a topic that is deleted.
    mutating func forget(topic: String) {
        events[Self.topicPuts]?[topic] = nil
        for key in (events[Self.groupGets] ?? [:]).keys where key.hasPrefix(topic + "@") {
            events[Self.groupGets]?[key] = nil
        }
    }
}
