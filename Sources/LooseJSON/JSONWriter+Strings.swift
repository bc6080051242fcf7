extension JSONWriter {
    /// Writes a string between quotes; what needs no escape is copied in runs.
    mutating func quote(_ text: String) {
        var text = text
        put("\"")
        text.withUTF8 { utf8 in
            var copied = 0
            for place in 0..<utf8.count where JSONWriter.needsEscape(utf8[place]) {
                bytes.append(contentsOf: utf8[copied..<place])
                escape(utf8[place])
                copied = place + 1
            }
            bytes.append(contentsOf: utf8[copied..<utf8.count])
        }
        put("\"")
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): put("\\\"")
        case UInt8(ascii: "\\"): put("\\\\")
        case 0x08: put("\\b")
        case 0x09: put("\\t")
        case 0x0a: put("\\n")
        case 0x0c: put("\\f")
        case 0x0d: put("\\r")
        default:
            put("\\u00")
            for digit in [byte >> 4, byte & 15] {
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
            }
        }
    }
}
