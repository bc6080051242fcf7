/// A command line that does not fit the command's declaration: one line for the user, exit status 2.
public struct UsageError: Error, Hashable {
    /// What is wrong.
    public var problem: Problem
    /// The command it was meant for, where one was recognized.
    public var command: String?

    /// Something a command itself finds wrong with what it was given.
    public init(_ message: String) { problem = .other(message) }

    init(_ problem: Problem, command: String? = nil) { (self.problem, self.command) = (problem, command) }

    /// The ways in which a command line can be wrong.
    public enum Problem: Hashable, Sendable {
        case unknownCommand(String, nearest: [String])
        case unknownOption(String, nearest: [String])
        /// A beginning that several long options share.
        case ambiguousOption(String, candidates: [String])
        /// Options, choices or words that have to be given.
        case missing([String])
        case missingValue(String)
        case malformed(String, value: String, reason: String)
        /// Two options that exclude each other.
        case excluded(String, by: String)
        /// Words that nothing takes.
        case surplus([String])
        /// The same on a line with a secret, of which they may be a part.
        case surplusBesideSecret
        case other(String)
    }
}

extension UsageError: CustomStringConvertible {
    /// The problem on one line, with what may have been meant; control characters are escaped.
    public var description: String {
        let text =
            switch problem {
            case .unknownCommand(let name, let nearest): "unknown command '\(name)'" + Self.meant(nearest)
            case .unknownOption(let word, let nearest): "unknown option '\(word)'" + Self.meant(nearest)
            case .ambiguousOption(let word, let candidates):
                "option '\(word)' is ambiguous: it may mean \(candidates.listed("or"))"
            case .missing(let names): "missing \(names.listed("and"))"
            case .missingValue(let usage): "option \(usage) needs a value"
            case .malformed(let name, let value, let reason): "invalid value '\(value)' for \(name): \(reason)"
            case .excluded(let name, let other): "\(name) cannot be given together with \(other)"
            case .surplus(let words):
                "unexpected \(words.count == 1 ? "word" : "words") \(words.map { "'\($0)'" }.listed("and"))"
            case .surplusBesideSecret:
                "unexpected words, which are not repeated here: a secret with blanks needs quotes"
            case .other(let message): message
            }
        return text.escapingControls()
    }

    private static func meant(_ nearest: [String]) -> String {
        nearest.isEmpty ? "" : "; did you mean \(nearest.map { "'\($0)'" }.listed("or"))?"
    }
}
