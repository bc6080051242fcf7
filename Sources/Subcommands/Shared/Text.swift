internal import CommandKit

extension String {
    /// The first `count` characters, as `UtilAll.frontStringAtLeast` cuts what would break a table.
    func front(_ count: Int) -> String { utf16.count <= count ? self : String(prefix(count)) }
}

extension String {
    /// Without blanks and control characters at both ends, as Java's `trim()`.
    var trimmed: String {
        let bytes = Array(utf8)
        guard let first = bytes.firstIndex(where: { $0 > 32 }), let last = bytes.lastIndex(where: { $0 > 32 }) else {
            return ""
        }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}

/// A number of things: `1 broker`, `2 brokers`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Padded with blanks on the right, as Java's `%-20s`.
func left(_ text: String, _ width: Int) -> String {
    text.padded(to: -width)
}

/// Padded with blanks on the left, as Java's `%20s`.
func right(_ text: String, _ width: Int) -> String {
    text.padded(to: width)
}
