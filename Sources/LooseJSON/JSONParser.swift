extension JSON {
    /// Reads one JSON value that fills the input, in strict JSON or in fastjson's dialect.
    ///
    /// The dialect: unquoted integers, objects and anything else as keys, single-quoted strings, the escapes `\x41`,
    /// `\v`, `\0` to `\7` and `\'`, and commas too many. A lone surrogate and malformed UTF-8 become U+FFFD. Takes linear
    /// time, and stack space that does not depend on the input.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in try JSON.parse(buffer) }
    }

    /// Reads one JSON value from any bytes, without a copy where they are contiguous (a slice of an array, `text.utf8`).
    public init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
        let attempt = bytes.withContiguousStorageIfAvailable { buffer in
            Result { () throws(JSONError) in try JSON.parse(buffer) }
        }
        self = if let attempt { try attempt.get() } else { try JSON(parsing: Array(bytes)) }
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSON {
        var parser = JSONParser(scanner: JSONScanner(bytes: bytes))
        return try parser.document()
    }
}

/// Builds values without recursion: what is still open lies on an explicit stack, so that nesting costs memory, not
/// stack, and 100,000 brackets are an error instead of a crash.
struct JSONParser {
    var scanner: JSONScanner
    private var open: [Open] = []

    init(scanner: JSONScanner) { self.scanner = scanner }

    /// A container whose closing bracket has not come yet.
    private struct Open {
        let isObject: Bool
        var items: [JSON] = []
        var members: [JSON.Member] = []
        var key: JSON?
        /// A value has ended, so a comma or the closing bracket must come.
        var needsComma = false

        init(isObject: Bool) { self.isObject = isObject }
    }

    mutating func document() throws(JSONError) -> JSON {
        scanner.skipByteOrderMark()
        while true {
            guard let value = try step() else { continue }
            guard open.isEmpty else {
                try place(value)
                continue
            }
            scanner.skipBlanks()
            guard scanner.atEnd else { throw .trailingBytes(at: scanner.index) }
            return value
        }
    }

    /// Reads one token; the value that it completes, if it does.
    private mutating func step() throws(JSONError) -> JSON? {
        let byte = try scanner.peek()
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            try expectValue(byte)
            guard open.count < JSON.depthLimit else { throw .tooDeep(limit: JSON.depthLimit) }
            scanner.index += 1
            open.append(Open(isObject: byte == UInt8(ascii: "{")))
            return nil
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            return try close(byte)
        case UInt8(ascii: ","):
            guard !open.isEmpty, open[open.count - 1].key == nil else { throw scanner.unexpected() }
            open[open.count - 1].needsComma = false
            scanner.index += 1
            return nil
        default:
            try expectValue(byte)
            return try scanner.scalar(byte)
        }
    }

    private func expectValue(_ byte: UInt8) throws(JSONError) {
        if !open.isEmpty, open[open.count - 1].needsComma { throw scanner.unexpected() }
    }

    private mutating func close(_ bracket: UInt8) throws(JSONError) -> JSON {
        guard let last = open.last, last.key == nil, last.isObject == (bracket == UInt8(ascii: "}")) else {
            throw scanner.unexpected()
        }
        scanner.index += 1
        open.removeLast()
        return last.isObject ? .object(last.members) : .array(last.items)
    }

    /// Puts a finished value where it belongs: the next item, the key, or the value of the key before it.
    private mutating func place(_ value: JSON) throws(JSONError) {
        let top = open.count - 1
        if !open[top].isObject {
            open[top].items.append(value)
            open[top].needsComma = true
        } else if let key = open[top].key {
            open[top].members.append(JSON.Member(key, value))
            open[top].key = nil
            open[top].needsComma = true
        } else {
            guard try scanner.peek() == UInt8(ascii: ":") else { throw scanner.unexpected() }
            scanner.index += 1
            open[top].key = value
        }
    }
}
