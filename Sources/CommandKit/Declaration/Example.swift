/// A command line that works, and what it is good for.
public struct Example: Sendable, Hashable {
    /// What follows the command's name; words in quotes stay together.
    public var arguments: String
    /// What it does, as a phrase without a full stop.
    public var purpose: String

    /// An example of a command.
    public init(_ arguments: String, _ purpose: String) { (self.arguments, self.purpose) = (arguments, purpose) }

    /// The arguments as a POSIX shell would hand them over: split at blanks, with quotes and backslashes taken off.
    public var words: [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in arguments {
            switch (character, quote) {
            case _ where isEscaped:
                word = (word ?? "") + String(character)
                isEscaped = false
            case ("\\", nil), ("\\", "\""): isEscaped = true
            case (quote, _?): quote = nil
            case ("'", nil), ("\"", nil): (quote, word) = (character, word ?? "")
            case (" ", nil):
                if let word { words.append(word) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }
}
