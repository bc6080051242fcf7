/// How help, completions and errors speak of a kind of values.
public struct ValueKind: Sendable, Hashable {
    /// What stands between angle brackets in help: `host:port`.
    public var name: String
    /// What an error says was expected: `a whole number`.
    public var expectation: String
    /// The only values there are, or none when they cannot be listed.
    public var choices: [String]
    /// What a shell offers on Tab.
    public var completion: Completion
    /// Whether the option may stand without a value, which then has to follow `=`: `--trace-wire`, `--trace-wire=FILE`.
    public var isOptional = false
    /// Whether a value must not be repeated by an error.
    public var isSecret = false
    /// Whether a value may begin as an option does.
    var mayBeginWithHyphen = false

    /// The same for values that may begin as an option does.
    var beginningWithHyphen: ValueKind {
        var kind = self
        kind.mayBeginWithHyphen = true
        return kind
    }

    /// A kind of values.
    ///
    /// Without `expectation` errors say `a <name>`, or list the choices.
    public init(
        _ name: String, expects expectation: String? = nil, choices: [String] = [], completion: Completion = .none
    ) {
        (self.name, self.choices, self.completion) = (name, choices, completion)
        let list = choices.isEmpty ? "a \(name)" : choices.listed("or")
        self.expectation = expectation ?? list
    }
}

/// What a shell offers on Tab in the place of a value.
public enum Completion: Sendable, Hashable {
    /// Nothing, or the kind's choices where it has some.
    case none
    case file
    case directory
    /// The name of a subcommand.
    case command
    /// A name that only a live cluster knows, such as `topic`; the tool is asked by `mqadmin __complete <what>`.
    case live(String)

    /// The name of a topic.
    public static let topic = Completion.live("topic")
    /// The name of a consumer group.
    public static let group = Completion.live("group")
    /// The name of a broker.
    public static let broker = Completion.live("broker")
    /// The address of a broker.
    public static let brokerAddress = Completion.live("address")
    /// The name of a cluster.
    public static let cluster = Completion.live("cluster")
}
