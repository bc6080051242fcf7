internal import AdminProtocol

/// The attributes that topics of 5.3.3 may have, and how `+key=value,-key` edits them (`TopicAttributes.java`,
/// `AttributeParser.java`, `AttributeUtil.java`).
enum TopicAttributes {
    private struct Attribute {
        var isChangeable: Bool
        /// Nil for numbers.
        var values: [String]?
        /// Of the hash set that holds the values, which a remark lists.
        var buckets = 16
    }

    private static let known: [String: Attribute] = [
        "queue.type": Attribute(isChangeable: false, values: ["BatchCQ", "SimpleCQ"], buckets: 4),
        "cleanup.policy": Attribute(isChangeable: false, values: ["DELETE", "COMPACTION"], buckets: 4),
        "message.type": Attribute(
            isChangeable: true, values: ["UNSPECIFIED", "NORMAL", "FIFO", "DELAY", "TRANSACTION", "MIXED"]),
        "reserve.time": Attribute(isChangeable: true, values: nil),
    ]

    /// Reads `+key1=value1,-key2`: signs and names with values.
    static func edits(parsing text: String) throws(Refusal) -> [String: String] {
        var edits: [String: String] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
            let pieces = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            let key = pieces[0]
            if pieces.count > 1 {
                guard key.contains("+") else { throw problem("add/alter attribute format is wrong: \(key)") }
            } else {
                guard key.contains("-") else { throw problem("delete attribute format is wrong: \(key)") }
            }
            guard edits.updateValue(pieces.count > 1 ? pieces[1] : "", forKey: key) == nil else {
                throw problem("key duplication: \(key)")
            }
        }
        return edits
    }

    /// A topic's attributes after `edits`; `current` is nil for a topic that is being created.
    static func applying(_ edits: [String: String], to current: [String: String]?) throws(Refusal) -> [String: String] {
        var result = current ?? [:]
        var seen: Set<String> = []
        for (signed, value) in edits.sorted(by: { $0.key < $1.key }) {
            let name = String(signed.dropFirst())
            guard !name.isEmpty, !name.contains("+"), !name.contains("-") else {
                throw problem("kv string format wrong.")
            }
            guard seen.insert(name).inserted else { throw problem("alter duplication key. key: \(name)") }
            let isAddition = signed.hasPrefix("+")
            try check(name, isAddition: isAddition, in: current, signed)
            try verify(name, value: isAddition ? value : nil, isNew: current == nil)
            result[name] = isAddition ? value : nil
        }
        if result["reserve.time"] != nil { throw problem("Update topic reserveTime not supported") }
        return result
    }

    private static func check(
        _ name: String, isAddition: Bool, in current: [String: String]?, _ signed: String
    ) throws(Refusal) {
        if isAddition { return }
        guard let current else { throw problem("only add attribute is supported while creating topic. key: \(name)") }
        guard signed.hasPrefix("-") else { throw problem("wrong format key: \(name)") }
        guard current[name] != nil else { throw problem("attempt to delete a nonexistent key: \(name)") }
    }

    /// `value` is nil for an attribute that is deleted.
    private static func verify(_ name: String, value: String?, isNew: Bool) throws(Refusal) {
        guard let attribute = known[name] else { throw problem("unsupported key: \(name)") }
        if !isNew, !attribute.isChangeable {
            throw problem("attempt to update an unchangeable attribute. key: \(name)")
        }
        guard let value else { return }
        guard let values = attribute.values else {
            guard let number = Int(value) else { throw problem("For input string: \"\(value)\"") }
            guard number >= -1 else { throw problem("value is not in range(-1, \(Int.max))") }
            return
        }
        if !values.contains(value) {
            let order = JavaHash.mapOrder(values, buckets: attribute.buckets) { $0 }
            throw problem("value is not in set: [\(order.joined(separator: ", "))]")
        }
    }

    private static func problem(_ remark: String) -> Refusal { Refusal(.systemError, remark) }
}
