/// Why bytes are not JSON, not even fastjson's; offsets count bytes from the start of the input.
public enum JSONError: Error, Equatable {
    case unexpectedByte(UInt8, at: Int)
    case unexpectedEnd
    case invalidNumber(at: Int)
    case invalidEscape(at: Int)
    /// The value ended, the input did not.
    case trailingBytes(at: Int)
    /// Objects and arrays are nested deeper than ``JSON/depthLimit``.
    case tooDeep(limit: Int)
}

extension JSONError: CustomStringConvertible {
    /// One line for a person.
    public var description: String {
        switch self {
        case .unexpectedByte(let byte, let offset): "unexpected \(JSONError.name(of: byte)) at byte \(offset)"
        case .unexpectedEnd: "the text ends in the middle of a value"
        case .invalidNumber(let offset): "malformed number at byte \(offset)"
        case .invalidEscape(let offset): "malformed escape at byte \(offset)"
        case .trailingBytes(let offset): "something follows the value at byte \(offset)"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        }
    }

    /// The character where it can be shown, its number where it would garble a terminal.
    private static func name(of byte: UInt8) -> String {
        (0x21..<0x7f).contains(byte)
            ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    }
}
