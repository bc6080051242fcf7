public import LooseJSON

/// A type whose values can stand in a report.
public protocol CellValue: Sendable {
    /// The form of its JSON.
    static var cellShape: Shape { get }
    /// The value in machine form.
    var cell: JSON { get }
    /// The value as text shows it, unless a column says otherwise.
    var cellText: String { get }
}

extension String: CellValue {
    public static var cellShape: Shape { .string }
    public var cell: JSON { .string(self) }
    public var cellText: String { self }
}

extension Bool: CellValue {
    public static var cellShape: Shape { .boolean }
    public var cell: JSON { .bool(self) }
    public var cellText: String { self ? "true" : "false" }
}

extension CellValue where Self: BinaryInteger {
    public static var cellShape: Shape { .integer }
    public var cell: JSON { .number(String(self)) }
    public var cellText: String { String(self) }
}

extension Int: CellValue {}
extension Int32: CellValue {}
extension Int64: CellValue {}
extension UInt64: CellValue {}

extension Double: CellValue {
    public static var cellShape: Shape { .number }
    /// `null` where JSON has no number for it.
    public var cell: JSON { isFinite ? .number(String(self)) : .null }
    public var cellText: String { String(self) }
}

extension Optional: CellValue where Wrapped: CellValue {
    public static var cellShape: Shape { .optional(Wrapped.cellShape) }
    public var cell: JSON { self?.cell ?? .null }
    /// Empty where there is no value.
    public var cellText: String { self?.cellText ?? "" }
}

extension Array: CellValue where Element: CellValue {
    public static var cellShape: Shape { .array(Element.cellShape) }
    public var cell: JSON { .array(map(\.cell)) }
    public var cellText: String { map(\.cellText).joined(separator: ",") }
}

extension Dictionary: CellValue where Key == String, Value: CellValue {
    public static var cellShape: Shape { .map(Value.cellShape) }
    /// An object whose members are sorted by key.
    public var cell: JSON {
        .object(sorted { $0.key < $1.key }.map { JSON.Member(.string($0.key), $0.value.cell) })
    }
    public var cellText: String {
        sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.cellText)" }.joined(separator: ", ")
    }
}

extension JSON: CellValue {
    public static var cellShape: Shape { .any }
    public var cell: JSON { self }
    public var cellText: String { description }
}
