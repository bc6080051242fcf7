/// A type that reads JSON itself, past Codable's containers: scalars, because they are read leniently, and maps, because
/// Codable knows no keys but strings.
protocol JSONReadable {
    init(decoding value: JSONDecoding) throws
}

/// A type that writes JSON itself; the path is for errors.
protocol JSONWritable {
    func json(at path: JSONPath) throws -> JSON
}

/// A number, a truth value or a text.
protocol JSONScalar: JSONReadable, JSONWritable {
    init?(scalar json: JSON)
    var scalar: JSON { get }
}

extension JSONScalar {
    init(decoding value: JSONDecoding) throws {
        guard let scalar = Self(scalar: value.json) else { throw value.mismatch(Self.self) }
        self = scalar
    }

    func json(at path: JSONPath) -> JSON { scalar }
}

extension JSONScalar where Self: FixedWidthInteger {
    init?(scalar json: JSON) {
        guard case .number(let digits) = json.unquoted else { return nil }
        self.init(digits: digits)
    }

    var scalar: JSON { .integer(self) }
}

extension Int: JSONScalar {}
extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}

extension Double: JSONScalar {
    init?(scalar json: JSON) {
        guard case .number(let digits) = json.unquoted else { return nil }
        self.init(digits)
    }

    var scalar: JSON { .double(self) }
}

extension Float: JSONScalar {
    init?(scalar json: JSON) {
        guard case .number(let digits) = json.unquoted else { return nil }
        self.init(digits)
    }

    var scalar: JSON { isFinite ? .number(description) : .null }
}

extension Bool: JSONScalar {
    /// Also from "true" and "false", and from numbers, of which 0 is false, as fastjson casts them.
    init?(scalar json: JSON) {
        switch json {
        case .bool(let value): self = value
        case .number(let digits): self = digits != "0"
        case .string("true"): self = true
        case .string("false"): self = false
        default: return nil
        }
    }

    var scalar: JSON { .bool(self) }
}

extension String: JSONScalar {
    init?(scalar json: JSON) {
        guard let text = json.scalarText else { return nil }
        self = text
    }

    var scalar: JSON { .string(self) }
}

extension JSON {
    /// A string taken for the number in it.
    fileprivate var unquoted: JSON {
        if case .string(let text) = self { .number(text) } else { self }
    }

    /// What an error calls it.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number(let digits): "the number \(digits.prefix(32))"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
