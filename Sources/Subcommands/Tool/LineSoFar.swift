import CommandKit

/// A command line that need not be whole, so that it is not parsed as one.
struct LineSoFar: Sendable {
    var words: [String]

    /// What the first of the options that has one of the names says.
    func value(of names: String...) -> String? {
        for (index, word) in words.enumerated() {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first, names.contains(name) else { continue }
            return parts.count == 2 ? parts[1] : words.dropFirst(index + 1).first
        }
        return nil
    }
}

struct OfferedName: TableRow {
    var name: String
    static let columns: [Column<Self>] = [Column("#Name", "name") { $0.name }]
}
