/// The programming language of a peer (`LanguageCode` of RocketMQ 5.3.3); the raw value is the binary coding's byte.
public enum Language: UInt8, Sendable, CaseIterable {
    case java = 0
    case cpp = 1
    case dotnet = 2
    case python = 3
    case delphi = 4
    case erlang = 5
    case ruby = 6
    /// Also what stands for a language that a later version knows.
    case other = 7
    case http = 8
    case go = 9
    case php = 10
    case oms = 11
    case rust = 12
    case nodeJS = 13

    /// The word on the wire, as in `JAVA` or `NODE_JS`.
    public var name: String {
        switch self {
        case .java: "JAVA"
        case .cpp: "CPP"
        case .dotnet: "DOTNET"
        case .python: "PYTHON"
        case .delphi: "DELPHI"
        case .erlang: "ERLANG"
        case .ruby: "RUBY"
        case .other: "OTHER"
        case .http: "HTTP"
        case .go: "GO"
        case .php: "PHP"
        case .oms: "OMS"
        case .rust: "RUST"
        case .nodeJS: "NODE_JS"
        }
    }

    /// The language of a word on the wire, `.other` when it is not known.
    public init(name: String) { self = Language.allCases.first { $0.name == name } ?? .other }

    /// The language of a byte on the wire, `.other` when it is not known.
    public init(byte: UInt8) { self = Language(rawValue: byte) ?? .other }
}
