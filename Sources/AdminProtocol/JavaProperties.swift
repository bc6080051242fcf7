public import LooseJSON

/// The text of a Java properties file, as servers hand out and take their configuration (`MixAll.string2Properties`).
public struct JavaProperties: Sendable, Equatable {
    /// Keys and values in the order of the text; a key that comes twice has its last value.
    public var entries: Entries<String, String>

    public init(parsing text: String) {
        var values: [String: String] = [:]
        var keys: [String] = []
        for line in Self.logicalLines(of: text) {
            let (key, value) = Self.split(line)
            if values.updateValue(value, forKey: key) == nil { keys.append(key) }
        }
        entries = Entries(keys.map { (key: $0, value: values[$0] ?? "") })
    }

    /// Lines without comments and indentation; a line that ends with a backslash goes on in the next one.
    private static func logicalLines(of text: String) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = []
        var unfinished: [Unicode.Scalar]?
        for line in text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
            var rest = Array(line.drop(while: isBlank))
            if unfinished == nil, rest.isEmpty || rest[0] == "#" || rest[0] == "!" { continue }
            let goesOn = !rest.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2)
            if goesOn { rest.removeLast() }
            let whole = (unfinished ?? []) + rest
            unfinished = goesOn ? whole : nil
            if !goesOn { lines.append(whole) }
        }
        return lines + (unfinished.map { [$0] } ?? [])
    }

    /// Key and value, which `=`, `:` or blanks separate.
    private static func split(_ line: [Unicode.Scalar]) -> (key: String, value: String) {
        var end = 0
        while end < line.count, !isSeparator(line[end]), !isBlank(line[end]) { end += line[end] == "\\" ? 2 : 1 }
        end = min(end, line.count)
        var value = line[end...].drop(while: isBlank)
        if let first = value.first, isSeparator(first) { value = value.dropFirst().drop(while: isBlank) }
        return (unescaped(line[..<end]), unescaped(value))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{c}"
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "=" || scalar == ":" }

    private static func unescaped(_ text: ArraySlice<Unicode.Scalar>) -> String {
        var units: [UInt16] = []
        var rest = text
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let escaped = rest.popFirst() else {
                units += UTF16.encode(scalar).map { Array($0) } ?? []
                continue
            }
            switch escaped {
            case "t": units.append(0x09)
            case "n": units.append(0x0a)
            case "f": units.append(0x0c)
            case "r": units.append(0x0d)
            case "u":
                let digits = String(String.UnicodeScalarView(rest.prefix(4)))
                guard digits.unicodeScalars.count == 4, let unit = UInt16(digits, radix: 16) else { break }
                units.append(unit)
                rest = rest.dropFirst(4)
            default: units += UTF16.encode(escaped).map { Array($0) } ?? []
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
