public import CommandKit
public import LooseJSON
public import Subcommands

/// What is wrong with the JSON that a command printed, held against its schema; empty when nothing is.
///
/// A command that repeats itself prints several documents; one that was cut off is left out.
public func schemaProblems(_ text: String, for entry: Entry<Session>) throws -> [String] {
    let schema = JSON.object(catalog.schema(of: entry))
    let documents = text.split(separator: "\n", omittingEmptySubsequences: false).split { $0 == "}" }
    return try documents.filter { $0.first == "{" }.flatMap { lines in
        problems(try JSON(parsing: Array((lines.joined(separator: "\n") + "\n}").utf8)), schema, at: "$")
    }
}

/// The part of JSON Schema that this project's schemas use; a keyword that it does not know is a problem itself.
public func problems(_ value: JSON, _ schema: JSON, at path: String) -> [String] {
    (schema.members ?? []).flatMap { member -> [String] in
        switch member.key.string ?? "" {
        case "$schema", "title", "description": return []
        case "const": return value == member.value ? [] : ["\(path) is \(value), not \(member.value)"]
        case "type":
            let names = (member.value.array ?? [member.value]).compactMap(\.string)
            return names.contains { value.isOf(type: $0) }
                ? [] : ["\(path) is no \(names.joined(separator: " or ")): \(value)"]
        case "properties":
            return (member.value.members ?? []).flatMap { property -> [String] in
                let name = property.key.string ?? ""
                return value[name].map { problems($0, property.value, at: "\(path).\(name)") } ?? []
            }
        case "required":
            let names = (member.value.array ?? []).compactMap(\.string)
            return names.filter { value[$0] == nil }.map { "\(path) lacks \($0)" }
        case "additionalProperties": return surplus(value, schema, member.value, at: path)
        case "items":
            return (value.array ?? []).enumerated().flatMap { problems($1, member.value, at: "\(path)[\($0)]") }
        case "anyOf":
            let tries = (member.value.array ?? []).map { problems(value, $0, at: path) }
            return tries.contains([]) ? [] : tries.min { $0.count < $1.count } ?? ["\(path): anyOf nothing"]
        case let keyword: return ["unknown keyword \(keyword)"]
        }
    }
}

/// What is wrong with the members that `properties` does not name.
private func surplus(_ value: JSON, _ schema: JSON, _ rule: JSON, at path: String) -> [String] {
    let known = Set((schema["properties"]?.members ?? []).compactMap(\.key.string))
    let others = (value.members ?? []).filter { !known.contains($0.key.string ?? "") }
    if rule == false { return others.map { "\(path) has \($0.key)" } }
    if rule == true { return [] }
    return others.flatMap { problems($0.value, rule, at: "\(path).\($0.key)") }
}

extension JSON {
    fileprivate func isOf(type: String) -> Bool {
        switch (self, type) {
        case (.object, "object"), (.array, "array"), (.string, "string"), (.bool, "boolean"), (.null, "null"),
            (.number, "number"):
            true
        case (.number(let digits), "integer"): Int64(digits) != nil || UInt64(digits) != nil
        default: false
        }
    }
}
