extension String: ArgumentValue {
    public static var kind: ValueKind { ValueKind("text") }
    public init(argument: String) { self = argument }
    public var argument: String? { self }
}

extension Int: ArgumentValue {
    public static var kind: ValueKind { ValueKind("number", expects: "a whole number") }
    public init(argument: String) throws(MalformedValue) { self = try number(argument) }
    public var argument: String? { String(self) }
}

extension Int64: ArgumentValue {
    public static var kind: ValueKind { Int.kind }
    public init(argument: String) throws(MalformedValue) { self = try number(argument) }
    public var argument: String? { String(self) }
}

extension Double: ArgumentValue {
    public static var kind: ValueKind { ValueKind("number", expects: "a number") }
    public init(argument: String) throws(MalformedValue) {
        guard let value = Double(argument.trimmingBlanks()), value.isFinite else { throw MalformedValue() }
        self = value
    }
    public var argument: String? { String(self) }
}

/// A `Bool` as an option's type is a switch; as `Bool?` it is the value `true` or `false`.
extension Bool: ArgumentValue {
    public static var kind: ValueKind { ValueKind("true|false", choices: ["true", "false"]) }
    public init(argument: String) throws(MalformedValue) {
        switch argument.trimmingBlanks().lowercased() {
        case "true": self = true
        case "false": self = false
        default: throw MalformedValue()
        }
    }
    public var argument: String? { self ? "true" : "false" }
}

extension Duration: ArgumentValue {
    public static var kind: ValueKind {
        ValueKind("duration", expects: "a duration such as 500ms, 2s, 1m or 1h (a bare number is milliseconds)")
    }

    /// Reads `500ms`, `2s`, `1.5m`, `1h`, and a bare number of milliseconds; not negative, at most ten years.
    public init(argument: String) throws(MalformedValue) {
        let text = argument.trimmingBlanks()
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let milliseconds: [Substring: Double] = ["": 1, "ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000]
        let tenYears = 315_360_000_000.0
        guard let unit = milliseconds[text.dropFirst(digits.count)], let amount = Double(digits),
            amount * unit <= tenYears
        else { throw MalformedValue() }
        self = .microseconds(Int64((amount * unit * 1_000).rounded()))
    }

    public var argument: String? {
        let milliseconds = components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
        return milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000)s" : "\(milliseconds)ms"
    }
}

extension Optional: ArgumentValue, AbsentableArgument where Wrapped: ArgumentValue {
    public static var kind: ValueKind { Wrapped.kind }
    public init(argument: String) throws(MalformedValue) { self = .some(try Wrapped(argument: argument)) }
    public var argument: String? { self?.argument }
    public static var absent: Wrapped? { nil }
}

private func number<Number: FixedWidthInteger>(_ text: String) throws(MalformedValue) -> Number {
    guard let value = Number(text.trimmingBlanks()) else { throw MalformedValue() }
    return value
}
