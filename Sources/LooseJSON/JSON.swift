/// A JSON value that holds what fastjson writes: members in order, keys that are not strings, numbers digit by digit.
///
/// RocketMQ serialises its bodies with fastjson 1.2 (`RemotingSerializable`), which writes maps whose keys are integers
/// or objects without quoting them: `{0:"a"}`, `{{"topic":"T"}:{"offset":1}}`.
public enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The digits as they were written, so that 64-bit integers and decimals survive a round trip exactly.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One `key: value` of an object; the key is any value, not just a string.
    public struct Member: Sendable, Hashable {
        public var key: JSON
        public var value: JSON

        public init(_ key: JSON, _ value: JSON) { (self.key, self.value) = (key, value) }
    }

    /// The nesting at which the parser gives up; RocketMQ's own bodies stay below ten.
    public static let depthLimit = 512

    /// An integer of any width.
    public static func integer(_ value: some BinaryInteger) -> JSON { .number(String(value)) }

    /// A floating-point number with the fewest digits that read back as the same; NaN and infinities become null, as
    /// fastjson writes them.
    public static func double(_ value: Double) -> JSON { value.isFinite ? .number(value.description) : .null }

    /// The value of the member called `name`; of several the last one, as a Java map would keep it.
    public subscript(_ name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.last { member in
            guard case .string(let key) = member.key else { return false }
            return key == name
        }?.value
    }
}
