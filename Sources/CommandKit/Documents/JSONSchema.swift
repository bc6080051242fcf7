public import LooseJSON

extension Catalog {
    /// The JSON Schema (draft 2020-12) of what `--json` prints for a command, from the declaration of its report.
    ///
    /// A command that repeats itself prints one such document after the other.
    public func schema(of entry: Entry<Context>) -> [JSON.Member] {
        let name = entry.about.name
        var alternatives = entry.shape.alternatives.map { $0.document(of: name) }
        if declarations(of: entry, in: .v5).flatMap(\.options).contains(where: { $0.long == "dry-run" }) {
            let plan = Shape.object([.init("plan", .string), .init("steps", .array(.string))])
            alternatives.append(plan.document(of: name))
        }
        let body: [JSON.Member] =
            if alternatives.count == 1, case .object(let members) = alternatives[0] { members } else {
                [JSON.Member("anyOf", .array(alternatives))]
            }
        return [
            JSON.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
            JSON.Member("title", .string("\(tool.name) \(name) --json")),
            JSON.Member("description", .string(entry.about.summary)),
        ] + body
    }
}

extension Shape {
    /// The shapes that a report's top level may have.
    fileprivate var alternatives: [Shape] {
        if case .either(let shapes) = self { shapes.flatMap(\.alternatives) } else { [self] }
    }

    /// The schema of a whole document: the report's members beside `kind` and `errors`.
    fileprivate func document(of kind: String) -> JSON {
        let failure = Shape.object([
            .init("target", .string), .init("code", .optional(.integer)), .init("message", .string),
        ])
        var members: [JSON.Member] = [JSON.Member("kind", ["const": .string(kind)])]
        var required: [JSON] = ["kind"]
        var isOpen = true
        if case .object(let fields) = self {
            members += fields.map { JSON.Member(.string($0.key), $0.shape.schema) }
            required += fields.filter { !$0.shape.isOptional }.map { .string($0.key) }
            isOpen = false
        }
        members.append(JSON.Member("errors", Shape.array(failure).schema))
        return [
            "type": "object", "properties": .object(members), "required": .array(required),
            "additionalProperties": .bool(isOpen),
        ]
    }

    private var isOptional: Bool { if case .optional = self { true } else { false } }

    private var schema: JSON {
        switch self {
        case .string: ["type": "string"]
        case .integer: ["type": "integer"]
        // A number that JSON cannot write is null.
        case .number: ["type": ["number", "null"]]
        case .boolean: ["type": "boolean"]
        case .any: [:]
        case .optional(let shape): shape == .any ? [:] : ["anyOf": [shape.schema, ["type": "null"]]]
        case .array(let shape): ["type": "array", "items": shape.schema]
        case .map(let shape): ["type": "object", "additionalProperties": shape.schema]
        case .object(let fields):
            [
                "type": "object",
                "properties": .object(fields.map { JSON.Member(.string($0.key), $0.shape.schema) }),
                "required": .array(fields.filter { !$0.shape.isOptional }.map { .string($0.key) }),
                "additionalProperties": false,
            ]
        case .either(let shapes): ["anyOf": .array(shapes.map(\.schema))]
        }
    }
}
