internal import LooseJSON

/// Which rows and columns of a table are drawn, and in which order.
public struct Selection: Sendable {
    /// The keys of the columns; nil for all of them.
    public var columns: [String]?
    public var order: SortOrder?
    public var filter: RowFilter?

    /// Everything, as it comes.
    public init(columns: [String]? = nil, order: SortOrder? = nil, filter: RowFilter? = nil) {
        (self.columns, self.order, self.filter) = (columns, order, filter)
    }

    var isEverything: Bool { columns == nil && order == nil && filter == nil }

    func keeps(_ members: [JSON.Member]) -> Bool { filter?.conditions.allSatisfy { $0.holds(members) } ?? true }
}

/// The key of the column to sort by; a hyphen before it turns the order around.
public struct SortOrder: ArgumentValue {
    public static let kind = ValueKind("[-]column", expects: "a column, with a hyphen for the largest first")
        .beginningWithHyphen

    var key: String
    let isDescending: Bool

    public init(argument: String) throws(MalformedValue) {
        isDescending = argument.hasPrefix("-")
        key = isDescending ? String(argument.dropFirst()) : argument
        if key.isEmpty { throw MalformedValue() }
    }

    public var argument: String? { (isDescending ? "-" : "") + key }

    /// Whether a row with the first members comes before one with the others; nothing comes last.
    func isOrdered(_ left: [JSON.Member], _ right: [JSON.Member]) -> Bool {
        let (left, right) = (left.value(of: key), right.value(of: key))
        if left.isNull || right.isNull { return !left.isNull }
        return isDescending ? right.isLess(than: left) : left.isLess(than: right)
    }
}

/// Conditions that all have to hold for a row to be drawn: `lag>1000,topic=T`.
public struct RowFilter: ArgumentValue {
    public static let kind = ValueKind(
        "condition,…", expects: "conditions such as 'lag>1000': a column, one of = != > >= < <= ~, and a value")

    /// What a column's value is held against.
    struct Condition: Sendable {
        var key: String
        var comparison: String
        var value: String
    }

    var conditions: [Condition]
    private let text: String

    public init(argument: String) throws(MalformedValue) {
        text = argument
        var conditions: [Condition] = []
        for part in argument.split(separator: ",") {
            let scalars = part.unicodeScalars
            guard let start = scalars.firstIndex(where: { "=!<>~".unicodeScalars.contains($0) }) else {
                throw MalformedValue()
            }
            var end = scalars.index(after: start)
            if end < scalars.endIndex, scalars[end] == "=" { end = scalars.index(after: end) }
            let comparison = String(scalars[start..<end])
            let key = String(scalars[..<start]).trimmingBlanks()
            guard ["=", "==", "!=", ">", ">=", "<", "<=", "~"].contains(comparison), !key.isEmpty else {
                throw MalformedValue()
            }
            let value = String(scalars[end...]).trimmingBlanks()
            conditions.append(Condition(key: key, comparison: comparison, value: value))
        }
        if conditions.isEmpty { throw MalformedValue() }
        self.conditions = conditions
    }

    public var argument: String? { text }
}

extension RowFilter.Condition {
    func holds(_ members: [JSON.Member]) -> Bool {
        let found = members.value(of: key)
        let wanted = JSON.string(value)
        switch comparison {
        case "=", "==": return found.csvText == value || found.isSameNumber(as: wanted)
        case "!=": return found.csvText != value && !found.isSameNumber(as: wanted)
        case "~": return found.csvText.holds(value)
        default:
            // A value that is not there is neither more nor less.
            guard !found.isNull else { return false }
            let (isLess, isMore) = (found.isLess(than: wanted), wanted.isLess(than: found))
            return comparison == "<" ? isLess : comparison == ">" ? isMore : comparison == "<=" ? !isMore : !isLess
        }
    }
}

extension [JSON.Member] {
    func value(of key: String) -> JSON { first { $0.key.string == key }?.value ?? .null }
}

extension JSON {
    /// Numbers by their size, anything else by its text.
    fileprivate func isLess(than other: JSON) -> Bool {
        if let left = Int(csvText), let right = Int(other.csvText) { return left < right }
        if let left = Double(csvText), let right = Double(other.csvText) { return left < right }
        return csvText < other.csvText
    }

    fileprivate func isSameNumber(as other: JSON) -> Bool {
        guard let left = Double(csvText), let right = Double(other.csvText) else { return false }
        return left == right
    }
}
