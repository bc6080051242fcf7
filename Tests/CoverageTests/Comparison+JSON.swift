import LooseJSON

extension Comparison {
    mutating func compare(_ expected: JSON, _ actual: JSON, at path: String, isExact: Bool) {
        switch (expected, actual) {
        case (.object(let there), .object(let here)): compare(there, here, at: path, isExact: isExact)
        case (.array(let there), .array(let here)): compare(there, here, at: path, isExact: isExact)
        default:
            compare("\(path) kind", Self.kind(expected), Self.kind(actual))
            if isExact, Self.kind(expected) == Self.kind(actual) {
                compare(path, expected.description, actual.description)
            }
        }
    }

    private mutating func compare(
        _ expected: [JSON.Member], _ actual: [JSON.Member], at path: String, isExact: Bool
    ) {
        let (there, here) = (Self.table(expected), Self.table(actual))
        for (name, value) in there.sorted(by: { $0.key < $1.key }) {
            guard let other = here[name] else {
                add("\(path).\(name): missing")
                continue
            }
            let isVolatile = Self.volatileMembers.contains(name)
            compare(
                value, other, at: "\(path).\(name)",
                isExact: isExact && !isVolatile || Self.exactMeasurements.contains(name))
        }
        for name in here.keys.sorted() where there[name] == nil { add("\(path).\(name): too much") }
    }

    /// Java's hash tables have no order of their own, and nobody promises one for lists.
    private mutating func compare(_ expected: [JSON], _ actual: [JSON], at path: String, isExact: Bool) {
        compare("\(path) length", "\(expected.count)", "\(actual.count)")
        let order = { (left: JSON, right: JSON) in Self.sortKey(left) < Self.sortKey(right) }
        for (there, here) in zip(expected.sorted(by: order), actual.sorted(by: order)) {
            compare(there, here, at: path + "[]", isExact: isExact)
        }
    }

    private static func table(_ members: [JSON.Member]) -> [String: JSON] {
        Dictionary(members.map { (name(of: $0.key), $0.value) }) { $1 }
    }

    /// A key as it was written, so that `0` and `"0"` differ; where a name ends with a path, without it.
    private static func name(of key: JSON) -> String {
        guard let text = key.string else {
            guard case .object(let members) = key else { return "(\(key))" }
            return members.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
        }
        if text.hasPrefix("commitLogDiskRatio_") { return "commitLogDiskRatio_…" }
        let place = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        return place.count > 1 ? "\(place[0])…" : text
    }

    private static func sortKey(_ json: JSON) -> String {
        if case .array(let items) = json { return items.map(sortKey).sorted().joined(separator: ",") }
        guard case .object(let members) = json else { return json.description }
        let rest = members.filter { !volatileMembers.contains($0.key.string ?? "") }
        return rest.map { "\(name(of: $0.key)):\(sortKey($0.value))" }.sorted().joined(separator: ",")
    }

    private static func kind(_ json: JSON) -> String {
        switch json {
        case .null: "null"
        case .bool: "bool"
        case .number(let digits): digits.contains(".") ? "decimal" : "integer"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
