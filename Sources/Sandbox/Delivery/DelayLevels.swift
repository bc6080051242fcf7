/// How long the messages of each delay level wait, as `messageDelayLevel` says it: `1s 5s 1m 2h`
/// (`ScheduleMessageService.parseDelayLevel`).
struct DelayLevels {
    /// Milliseconds; the first level is 1, and the first here.
    private let delays: [Int]

    /// A piece that is no duration ends the list.
    init(parsing text: String) {
        let units: [Character: Int] = ["s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
        var delays: [Int] = []
        for piece in text.split(separator: " ") {
            guard let unit = piece.last.flatMap({ units[$0] }), let count = Int(piece.dropLast()),
                (0..<(1 << 32)).contains(count)
            else { break }
            delays.append(count * unit)
        }
        self.delays = delays
    }

    var count: Int { delays.count }

    /// Milliseconds; of levels that do not exist, nothing.
    func delay(of level: Int) -> Int { delays.indices.contains(level - 1) ? delays[level - 1] : 0 }
}
