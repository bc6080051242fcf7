extension JSON {
    /// The number as an integer, nil when this is no number, has a fraction or does not fit.
    public var int: Int? { integer(Int.self) }

    /// The number as an unsigned 64-bit integer, exact up to 18446744073709551615.
    public var uint64: UInt64? { integer(UInt64.self) }

    /// The number as a double, which may lose digits.
    public var double: Double? {
        guard case .number(let digits) = self else { return nil }
        return Double(digits)
    }

    /// The truth value, nil for everything that is not literally true or false.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The text of a string, nil for everything else; numbers do not count as their text here.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The items of an array, nil for everything else.
    public var array: [JSON]? {
        guard case .array(let items) = self else { return nil }
        return items
    }

    /// The members of an object in the order of the wire, nil for everything else.
    public var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// Whether this is null.
    public var isNull: Bool { self == .null }

    /// What stands between the quotes or on the wire for a string, a number or a truth value; nil for the rest.
    public var scalarText: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    private func integer<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
        guard case .number(let digits) = self else { return nil }
        return Value(digits: digits)
    }
}

extension FixedWidthInteger {
    /// Reads `8`, and `8.0` or `1e3` as long as a double holds them exactly.
    init?(digits: String) {
        if let value = Self(digits) {
            self = value
        } else if let value = Double(digits), value.magnitude <= 0x1p53, let exact = Self(exactly: value) {
            self = exact
        } else {
            return nil
        }
    }
}
