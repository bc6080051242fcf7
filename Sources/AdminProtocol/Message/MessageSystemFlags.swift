/// Bits of a message's `sysFlag` (`MessageSysFlag.java`).
public struct MessageSystemFlags: OptionSet, Sendable, Hashable, Codable {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let compressed = MessageSystemFlags(rawValue: 0x1)
    public static let multipleTags = MessageSystemFlags(rawValue: 0x2)
    public static let bornHostIPv6 = MessageSystemFlags(rawValue: 0x10)
    /// The body is compressed with zlib; since 5.0 the flags name the algorithm, none means zlib too.
    public static let zlib = MessageSystemFlags(rawValue: 0x300)
    public static let storeHostIPv6 = MessageSystemFlags(rawValue: 0x20)
    /// The body is a batch, which a broker's clients open; since 5.0.
    public static let needsUnwrapping = MessageSystemFlags(rawValue: 0x40)
    public static let innerBatch = MessageSystemFlags(rawValue: 0x80)
}
