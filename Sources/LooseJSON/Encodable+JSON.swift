extension Encodable {
    /// The value as JSON; what is nil is left out, as fastjson does, and dictionaries are sorted by key.
    public func json() throws(EncodingError) -> JSON {
        do {
            return try JSONEncoding.json(self, .root)
        } catch let error as EncodingError {
            throw error
        } catch {
            let context = EncodingError.Context(codingPath: [], debugDescription: "\(error)", underlyingError: error)
            throw .invalidValue(self, context)
        }
    }
}

/// A value in the making: Codable's containers are handed out first and filled later, hence a reference.
final class JSONSlot {
    enum Content {
        case empty
        case value(JSON)
        case array([JSONSlot])
        case object([(key: String, slot: JSONSlot)])
    }

    var content = Content.empty

    init(_ content: Content = .empty) { self.content = content }

    /// The finished value; a type that encoded nothing is an empty object, as it would be in Java.
    var json: JSON {
        switch content {
        case .empty: .object([])
        case .value(let value): value
        case .array(let slots): .array(slots.map(\.json))
        case .object(let members): .object(members.map { JSON.Member(.string($0.key), $0.slot.json) })
        }
    }

    /// Adds a member.
    func member(_ key: String, _ slot: JSONSlot = JSONSlot()) -> JSONSlot {
        var members: [(key: String, slot: JSONSlot)] = []
        if case .object(let present) = content { members = present }
        content = .empty  // one owner at a time, or the append copies
        members.append((key, slot))
        content = .object(members)
        return slot
    }

    func item(_ slot: JSONSlot = JSONSlot()) -> JSONSlot {
        var items: [JSONSlot] = []
        if case .array(let present) = content { items = present }
        content = .empty
        items.append(slot)
        content = .array(items)
        return slot
    }

    var itemCount: Int {
        if case .array(let items) = content { items.count } else { 0 }
    }
}

struct JSONEncoding: Encoder {
    let slot: JSONSlot
    let path: JSONPath

    var codingPath: [any CodingKey] { path.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The one way in for every value.
    static func json(_ value: some Encodable, _ path: JSONPath) throws -> JSON {
        if let text = value as? String { return .string(text) }  // the most frequent case by far
        if let special = value as? any JSONWritable { return try special.json(at: path) }
        let slot = JSONSlot()
        try value.encode(to: JSONEncoding(slot: slot, path: path))
        return slot.json
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object = slot.content {} else { slot.content = .object([]) }
        return KeyedEncodingContainer(JSONKeyedEncoding(slot: slot, path: path))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .array = slot.content {} else { slot.content = .array([]) }
        return JSONUnkeyedEncoding(slot: slot, path: path)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingleEncoding(slot: slot, path: path) }
}
