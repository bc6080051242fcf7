extension JSON: CustomStringConvertible {
    /// How a value is written down.
    public enum Style: Sendable, Equatable {
        /// Compact JSON that every parser reads: keys that are not strings become strings.
        case strict
        /// What fastjson writes: keys as they are, without quotes around numbers and objects.
        case loose
        /// Strict JSON on several lines, so many blanks a level.
        case pretty(indent: Int)
        /// fastjson's `prettyFormat`, to the byte: tabs, no blank after a colon, no line break before an unquoted key.
        case loosePretty
    }

    /// Compact, valid JSON.
    public var description: String { text(.strict) }

    /// Compact, as fastjson writes it.
    public var looseDescription: String { text(.loose) }

    /// Valid JSON on several lines.
    public func pretty(indent: Int = 2) -> String { text(.pretty(indent: indent)) }

    /// The value in a style, without a line break at the end.
    public func text(_ style: Style) -> String {
        var bytes: [UInt8] = []
        write(style, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the value as UTF-8, without a line break at the end.
    public func write(_ style: Style = .strict, into bytes: inout [UInt8]) {
        var writer = JSONWriter(style: style, bytes: bytes)
        bytes = []  // one owner at a time, or the first append copies
        writer.write(self)
        bytes = writer.bytes
    }
}

struct JSONWriter {
    let style: JSON.Style
    var bytes: [UInt8]
    private var level = 0

    init(style: JSON.Style, bytes: [UInt8]) { (self.style, self.bytes) = (style, bytes) }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: put("null")
        case .bool(let value): put(value ? "true" : "false")
        case .number(let digits): bytes.append(contentsOf: digits.utf8)
        case .string(let text): quote(text)
        case .array(let items): write(items)
        case .object(let members): write(members)
        }
    }

    private mutating func write(_ items: [JSON]) {
        put("[")
        level += 1
        for (place, item) in items.enumerated() {
            if place > 0 { put(",") }
            breakLine()
            write(item)
        }
        level -= 1
        if !items.isEmpty { breakLine() }
        put("]")
    }

    private mutating func write(_ members: [JSON.Member]) {
        put("{")
        level += 1
        for (place, member) in members.enumerated() {
            if place > 0 { put(",") }
            writeKey(member.key)
            if case .pretty = style { put(": ") } else { put(":") }
            write(member.value)
        }
        level -= 1
        if !members.isEmpty { breakLine() }
        put("}")
    }

    private mutating func writeKey(_ key: JSON) {
        switch (style, key) {
        case (_, .string(let text)):
            breakLine()
            quote(text)
        case (.loose, _), (.loosePretty, _): write(key)
        case (.strict, _), (.pretty, _):
            breakLine()
            quote(key.description)
        }
    }

    private mutating func breakLine() {
        switch style {
        case .strict, .loose: return
        case .pretty(let indent):
            put("\n")
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, indent) * level))
        case .loosePretty:
            put("\n")
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "\t"), count: level))
        }
    }

    mutating func put(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
