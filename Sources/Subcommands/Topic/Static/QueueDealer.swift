/// Deals logical queues out to brokers, so that none has two more than another (`MappingAllocator`).
struct QueueDealer {
    /// How many queues each broker has.
    private(set) var counts: [String: Int]
    /// How many each led before, so that a move leaves as many as possible where they are; nil for a random order.
    private let before: [String: Int]?
    private var round: [String] = []

    init(counts: [String: Int], before: [String: Int]? = nil) { (self.counts, self.before) = (counts, before) }

    /// The broker that gets the next queue; nil without brokers.
    mutating func next(using random: inout some RandomNumberGenerator) -> String? {
        if round.isEmpty {
            let fewest = counts.values.min()
            round = counts.filter { $0.value == fewest }.keys.sorted()
            if let before {
                round.sort { (before[$0] ?? 0, $1) < (before[$1] ?? 0, $0) }
            } else {
                round.shuffle(using: &random)
            }
        }
        guard let broker = round.popLast() else { return nil }
        counts[broker, default: 0] += 1
        return broker
    }
}
