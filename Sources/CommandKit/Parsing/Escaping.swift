extension String {
    /// With control characters, and those that turn the direction of writing, made visible: `\x1b`, `\u{202e}`.
    ///
    /// What a peer sends must not steer the terminal. `keepingLines` leaves line ends and tabs as they are.
    public func escapingControls(keepingLines: Bool = false) -> String {
        var text = self
        let isClean = text.withUTF8 { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7f || keepingLines && ($0 == 0x0a || $0 == 0x09) }
        }
        if isClean { return self }
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0a where keepingLines, 0x09 where keepingLines: escaped.unicodeScalars.append(scalar)
            case 0x0a: escaped += "\\n"
            case 0x0d: escaped += "\\r"
            case 0x09: escaped += "\\t"
            case 0..<0x20, 0x7f..<0xa0: escaped += "\\x" + scalar.hex(2)
            case 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: escaped += "\\u{" + scalar.hex(4) + "}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Unicode.Scalar {
    fileprivate func hex(_ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
