import CommandKit

/// Attributes to set and to drop, as `+name=value,-name` (`AttributeParser.java`).
struct AttributeEdits: Sendable {
    /// Names with their sign, and the value of those that are set.
    var edits: [(name: String, value: String?)] = []

    /// Throws a `UsageError` for a piece that has no sign, sets no value, or comes twice.
    init(parsing text: String) throws(UsageError) {
        for piece in text.split(separator: ",") {
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts[0].filter { $0 != " " }
            let isSet = parts.count == 2
            guard name.count > 1, name.first == (isSet ? "+" : "-"), !isSet || !parts[1].isEmpty else {
                throw UsageError("'\(piece)' is not an attribute edit: write +name=value or -name")
            }
            guard !edits.contains(where: { $0.name == name }) else {
                throw UsageError("attribute '\(name.dropFirst())' is given twice")
            }
            edits.append((name, isSet ? parts[1] : nil))
        }
    }

    /// The text of the request's `attributes` field.
    var wire: String { edits.map { $0.name + ($0.value.map { "=\($0)" } ?? "") }.joined(separator: ",") }
}

extension AttributeEdits: CustomStringConvertible {
    /// As Java prints the map: `{+message.type=FIFO, -other=}`.
    var description: String { "{" + edits.map { "\($0.name)=\($0.value ?? "")" }.joined(separator: ", ") + "}" }
}
