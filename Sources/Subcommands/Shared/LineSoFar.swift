/// A command line that need not be whole, so that it is not parsed as one.
public struct LineSoFar: Sendable {
    var words: [String]

    /// The words before the one that is being typed.
    public init(words: [String]) { self.words = words }

    /// What the first of the options that has one of the names says.
    public func value(of names: String...) -> String? {
        for (index, word) in words.enumerated() {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first, names.contains(name) else { continue }
            return parts.count == 2 ? parts[1] : words.dropFirst(index + 1).first
        }
        return nil
    }
}
