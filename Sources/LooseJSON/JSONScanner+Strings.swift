extension JSONScanner {
    /// The string whose opening quote stands at the current place; most have no escape and are taken in one piece.
    mutating func string(until quote: UInt8) throws(JSONError) -> String {
        index += 1
        let start = index
        passPlainBytes(until: quote)
        guard index < count else { throw .unexpectedEnd }
        guard bytes[index] != quote else {
            index += 1
            return text(start, index - 1)
        }
        return try escapedString(from: start, until: quote)
    }

    private mutating func passPlainBytes(until quote: UInt8) {
        while index < count, bytes[index] != quote, bytes[index] != UInt8(ascii: "\\") { index += 1 }
    }

    private mutating func escapedString(from start: Int, until quote: UInt8) throws(JSONError) -> String {
        var utf8 = Array(bytes[start..<index])
        while index < count {
            guard bytes[index] != quote else {
                index += 1
                return String(decoding: utf8, as: UTF8.self)
            }
            if bytes[index] == UInt8(ascii: "\\") {
                let scalar = try escape()
                if scalar.isASCII {
                    utf8.append(UInt8(truncatingIfNeeded: scalar.value))
                } else {
                    utf8.append(contentsOf: UTF8.encode(scalar) ?? .init())
                }
            } else {
                let piece = index
                passPlainBytes(until: quote)
                utf8.append(contentsOf: bytes[piece..<index])
            }
        }
        throw .unexpectedEnd
    }

    /// The character that the escape at the current backslash stands for.
    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = index
        guard index + 1 < count else { throw .unexpectedEnd }
        let letter = bytes[index + 1]
        index += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "v"): return "\u{b}"
        case UInt8(ascii: "f"), UInt8(ascii: "F"): return "\u{c}"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return Unicode.Scalar(letter - UInt8(ascii: "0"))
        case UInt8(ascii: "x"): return Unicode.Scalar(UInt8(truncatingIfNeeded: try hex(2, escapeAt: start)))
        case UInt8(ascii: "u"): return try utf16(escapeAt: start)
        default: throw .invalidEscape(at: start)
        }
    }

    /// What follows `\u`: one code unit, or a pair of surrogates spread over two escapes.
    private mutating func utf16(escapeAt start: Int) throws(JSONError) -> Unicode.Scalar {
        let unit = try hex(4, escapeAt: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xdc00, index + 1 < count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { return "\u{fffd}" }
        let second = index
        index += 2
        let low = try hex(4, escapeAt: second)
        guard (0xdc00..<0xe000).contains(low) else {
            index = second  // it belongs to the next character
            return "\u{fffd}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)) ?? "\u{fffd}"
    }

    private mutating func hex(_ length: Int, escapeAt start: Int) throws(JSONError) -> UInt32 {
        guard index + length <= count else { throw .unexpectedEnd }
        var value: UInt32 = 0
        for byte in bytes[index..<(index + length)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: throw .invalidEscape(at: start)
            }
        }
        index += length
        return value
    }
}
