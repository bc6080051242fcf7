/// The edition of RocketMQ's tool whose texts and option meanings hold; `--compat` selects it.
public enum Edition: String, CaseIterable, Sendable {
    case v4 = "4.9"
    case v5 = "5"
}

extension Edition: ArgumentValue {
    public static var kind: ValueKind { ValueKind("edition", expects: "4.9 or 5", choices: ["4.9", "5"]) }

    /// Reads `4`, `4.9`, `4.9.8`, `5`, `5.3` and the like.
    public init(argument: String) throws(MalformedValue) {
        switch argument.split(separator: ".", omittingEmptySubsequences: false).first {
        case "4": self = .v4
        case "5": self = .v5
        default: throw MalformedValue()
        }
    }

    public var argument: String? { rawValue }
}
