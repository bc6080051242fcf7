/// Reads the tokens of JSON from bytes that outlive it.
///
/// Every read is preceded by a check against `count`: the buffer's own subscript is unchecked in a release build.
struct JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let count: Int
    var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { (self.bytes, count) = (bytes, bytes.count) }

    var atEnd: Bool { index >= count }

    func unexpected() -> JSONError { atEnd ? .unexpectedEnd : .unexpectedByte(bytes[index], at: index) }

    mutating func skipByteOrderMark() {
        if count >= 3, bytes[0] == 0xef, bytes[1] == 0xbb, bytes[2] == 0xbf { index = 3 }
    }

    mutating func skipBlanks() {
        while index < count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0a, 0x0d, 0x0c: index += 1
            default: return
            }
        }
    }

    /// The first byte that is not blank, without passing it.
    mutating func peek() throws(JSONError) -> UInt8 {
        skipBlanks()
        guard index < count else { throw .unexpectedEnd }
        return bytes[index]
    }

    /// The string, number or word that begins with `byte` at the current place.
    mutating func scalar(_ byte: UInt8) throws(JSONError) -> JSON {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .string(try string(until: byte))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number())
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "t"): try word("true", .bool(true))
        case UInt8(ascii: "f"): try word("false", .bool(false))
        default: throw unexpected()
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        for offset in 0..<text.utf8CodeUnitCount {
            guard index < count, bytes[index] == text.utf8Start[offset] else { throw unexpected() }
            index += 1
        }
        return value
    }

    /// The digits as they stand, in RFC 8259's grammar.
    private mutating func number() throws(JSONError) -> String {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let whole = digits()
        guard whole == 1 || (whole > 1 && bytes[index - whole] != UInt8(ascii: "0")) else {
            throw .invalidNumber(at: start)
        }
        if index < count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 else { throw .invalidNumber(at: start) }
        }
        if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
            guard digits() > 0 else { throw .invalidNumber(at: start) }
        }
        return text(start, index)
    }

    /// Passes decimal digits and says how many they were.
    private mutating func digits() -> Int {
        let start = index
        while index < count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
        return index - start
    }

    func text(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
}
