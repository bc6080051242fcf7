/// The names that a broker's configuration file may have, by what their values are: those of 4.9.8 and 5.3.3
/// (`BrokerConfig.java`, `MessageStoreConfig.java`, `NettyServerConfig.java`, `NettyClientConfig.java`,
/// `AuthConfig.java`).
public enum BrokerFileProperty: CaseIterable, Sendable {
    case switches, numbers, fractions, texts

    /// All names.
    public static var names: [Substring] { allCases.flatMap(\.list) }

    /// What the value of a name is; nil of a name that RocketMQ does not know.
    init?(of name: String) {
        guard let kind = Self.allCases.first(where: { $0.list.contains(name[...]) }) else { return nil }
        self = kind
    }

    /// Why a value is none of this kind; nil when it is.
    func problem(with value: String) -> String? {
        switch self {
        case .switches: ["true", "false"].contains(value.lowercased()) ? nil : "true or false is expected"
        case .numbers: Int(value) == nil ? "a whole number is expected" : nil
        case .fractions: Double(value) == nil ? "a number is expected" : nil
        case .texts: nil
        }
    }

    private var list: [Substring] { text.split(whereSeparator: \.isWhitespace) }

    private var text: String {
        switch self {
        case .switches: Self.switchText
        case .numbers: Self.numberText
        case .fractions: "logicalDiskSpaceCleanForciblyThreshold readAheadCacheSizeThresholdRate"
        case .texts: Self.otherText
        }
    }
}
