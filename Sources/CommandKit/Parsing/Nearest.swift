/// Names that somebody who typed another one may have meant.
public enum Nearest {
    /// Up to three of `names`, the best first: those within two typing errors (three for long names), else those that
    /// begin with what was typed or contain it.
    public static func names(to typed: String, among names: some Sequence<String>) -> [String] {
        let word = Array(typed.lowercased())
        guard !word.isEmpty, word.count <= 64 else { return [] }
        let allowed = word.count <= 3 ? 1 : word.count <= 8 ? 2 : 3
        var ranked: [(name: String, rank: Int)] = []
        for name in names {
            let candidate = Array(name.lowercased())
            let distance = distance(word, candidate)
            if distance <= allowed {
                ranked.append((name, distance))
            } else if word.count >= 3, name.lowercased().holds(typed.lowercased()) {
                ranked.append((name, name.lowercased().hasPrefix(typed.lowercased()) ? 4 : 5))
            }
        }
        return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(3).map(\.name)
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isSame = left[row] == right[column]
                var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
