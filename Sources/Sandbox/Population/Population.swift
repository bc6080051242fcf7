/// Topics and groups that a sandbox has from the start, as if clients had worked with them for weeks.
///
/// Their messages are gone, as those of a log that was cleaned: queues have offsets, and begin where they end. What
/// clients send from then on is there. The same population is the same at every start.
public struct Population: Sendable, Equatable {
    /// How far groups are behind, in each queue.
    public enum Lag: Sendable, Equatable {
        /// By this many messages, or as many as there ever were.
        case messages(Int)
        /// Most by a few messages, some by many.
        case random
    }

    /// Named `synthetic-topic-00000` and so on, each with four queues on each of its masters: two, or the only one.
    public var topics: Int
    /// Named `synthetic-group-00000` and so on, each of which reads one topic; the brokers of the topic know it.
    public var groups: Int
    public var lag: Lag

    public init(topics: Int = 0, groups: Int = 0, lag: Lag = .random) {
        (self.topics, self.groups, self.lag) = (topics, groups, lag)
    }

    /// Queues of a topic on each of its masters.
    static let queues = 4

    static func topicName(_ number: Int) -> String { "synthetic-topic-\(digits(number))" }

    static func groupName(_ number: Int) -> String { "synthetic-group-\(digits(number))" }

    private static func digits(_ number: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, 5 - text.count)) + text
    }

    /// The topics of the master at `index` among `count`: topic n is on the masters n and n + 1, counted in a circle.
    func topics(at index: Int, of count: Int) -> [Int] {
        let own = Array(stride(from: index, to: topics, by: count))
        if count < 2 { return own }
        return own + stride(from: (index + count - 1) % count, to: topics, by: count)
    }

    /// The groups that read a topic.
    func readers(of topic: Int) -> StrideTo<Int> { stride(from: topic, to: groups, by: max(1, topics)) }

    /// How many messages a queue ever had.
    func end(of queue: Int, _ topic: Int, at index: Int) -> Int {
        1_000 + Int(Self.mixed(topic, index, queue) % 1_000_000)
    }

    /// How far a group is behind the end of a queue.
    func lag(of group: Int, _ queue: Int, at index: Int) -> Int {
        switch lag {
        case .messages(let count): return count
        case .random:
            let dice = Self.mixed(group, index, queue + Self.queues)
            let limit: UInt64 = dice % 100 < 70 ? 10 : dice % 100 < 95 ? 1_000 : 1_000_000
            return Int(dice / 100 % limit)
        }
    }

    /// A number that looks like a random one, the same for the same three (SplitMix64 by Sebastiano Vigna).
    private static func mixed(_ first: Int, _ second: Int, _ third: Int) -> UInt64 {
        var value: UInt64 = 0
        for part in [first, second, third] {
            value = (value ^ UInt64(truncatingIfNeeded: part)) &+ 0x9E37_79B9_7F4A_7C15
            value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            value ^= value >> 31
        }
        return value
    }
}
