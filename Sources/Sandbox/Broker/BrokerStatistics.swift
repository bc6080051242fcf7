/// What a broker counts of its own work (`StoreStatsService.java`, `BrokerStats.java`).
struct BrokerStatistics {
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

    init(bootTimestamp: Int) { self.bootTimestamp = bootTimestamp }
}
