/// How often something happened lately, second by second.
struct RateHistory {
    private var seconds: [(second: Int, count: Int)] = []
    private(set) var total = 0

    /// `now` is epoch milliseconds.
    mutating func add(_ count: Int = 1, at now: Int) {
        total += count
        let second = now / 1000
        if let last = seconds.last, last.second == second {
            seconds[seconds.count - 1].count += count
        } else {
            seconds.append((second, count))
            if seconds.count > 1200 { seconds.removeFirst(seconds.count - 601) }
        }
    }

    /// Times a second over the last `span` seconds.
    func rate(over span: Int, at now: Int) -> Double {
        let start = now / 1000 - span
        let recent = seconds.reversed().prefix { $0.second > start }
        return Double(recent.reduce(0) { $0 + $1.count }) / Double(span)
    }

    /// Over 10 seconds, a minute and ten minutes, as `StoreStatsService.java` writes it.
    func text(at now: Int) -> String {
        if seconds.isEmpty { return "0.0 0.0 0.0" }
        return [10, 60, 600].map { "\(rate(over: $0, at: now))" }.joined(separator: " ")
    }
}
