/// One property of a command that takes something from the command line.
enum Declaration: Sendable {
    case option(OptionSpec)
    case choice(ChoiceSpec)
    case words(WordSpec)

    /// The options it stands for.
    var options: [OptionSpec] {
        switch self {
        case .option(let option): [option]
        case .choice(let choice): choice.options
        case .words: []
        }
    }
}

/// Options of which one at most may be given.
public struct ChoiceSpec: Sendable, Hashable {
    /// The options to choose from.
    public var options: [OptionSpec]
    /// Whether one of them has to be given.
    public var isRequired: Bool

    /// How usage lines show it: `-b <host:port> | -c <cluster>`.
    public var usage: String { options.map { $0.name + $0.valueText }.joined(separator: " | ") }
}

/// Words that are neither options nor their values.
public struct WordSpec: Sendable, Hashable {
    /// What usage lines call it.
    public var name: String
    /// One line about it.
    public var help: String
    /// How its values are spoken of and completed.
    public var kind: ValueKind
    /// Whether a command line without it is refused.
    public var isRequired: Bool
    /// Whether it takes every word that is left.
    public var isRepeating: Bool
    /// Whether it takes only what follows `--`.
    public var followsTerminator: Bool

    /// How usage lines show it: `<command>`, `[<file> ...]`, `[-- <command> ...]`.
    public var usage: String {
        let word = (followsTerminator ? "-- " : "") + "<\(name)>" + (isRepeating ? " ..." : "")
        return isRequired ? word : "[\(word)]"
    }
}
