/// How one option is declared: what the parser, help, man pages and completions know of it.
public struct OptionSpec: Sendable, Hashable {
    /// What follows one hyphen, mostly one letter; `nil` when the option only has a long name.
    public var short: String?
    /// What follows two hyphens, exactly as RocketMQ declares it (a few of its names end with a blank).
    public var long: String
    /// One line about it.
    public var help: String
    /// The kind of its value, `nil` when it is a switch.
    public var kind: ValueKind?
    /// Whether a command line without it is refused.
    public var isRequired: Bool
    /// What holds when it is left out, as help shows it.
    public var standing: String?
    /// Whether it is this tool's own and not RocketMQ's: such options never make RocketMQ's ambiguous.
    public var isExtra = false
    /// The only edition that has it, `nil` when both do.
    public var edition: Edition?

    init(
        _ short: String?, _ long: String, _ help: String, kind: ValueKind?, isRequired: Bool = false,
        standing: String? = nil
    ) {
        (self.short, self.long, self.help) = (short, long, help)
        (self.kind, self.isRequired, self.standing) = (kind, isRequired, standing)
    }

    /// What tells it from the others of its command: the short name, or the long one where there is none.
    public var key: String { short ?? long }

    /// The shortest way to name it: `-t`, `--attributes`.
    public var name: String { short.map { "-\($0)" } ?? "--\(displayedLong)" }

    /// All its names: `-t, --topic`.
    public var names: String { (short.map { "-\($0), " } ?? "") + "--\(displayedLong)" }

    /// Its names and its value: `-t, --topic <topic>`.
    public var usage: String { names + valueText }

    /// The value's name in angle brackets with a blank before it; empty for a switch.
    var valueText: String { kind.map { $0.isOptional ? "[=<\($0.name)>]" : " <\($0.name)>" } ?? "" }

    /// Whether the next word is its value.
    var takesNextWord: Bool { kind.map { !$0.isOptional } ?? false }

    var displayedLong: String { long.trimmingBlanks() }

    func offered(in edition: Edition) -> Bool { self.edition == nil || self.edition == edition }
}
