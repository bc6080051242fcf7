public import CommandKit

/// Where `--trace-wire` shows what goes over the wire.
public enum WireTarget: ArgumentValue {
    case standardError
    /// A file in the format of recordings.
    case file(String)

    public static var kind: ValueKind {
        var kind = ValueKind("file", completion: .file)
        kind.isOptional = true
        return kind
    }

    public init(argument: String) { self = argument.isEmpty ? .standardError : .file(argument) }

    public var argument: String? {
        switch self {
        case .standardError: ""
        case .file(let path): path
        }
    }
}
