extension JSONDecoding {
    /// The members of an object as pairs, with keys of any type.
    func pairs<Key: Decodable, Value: Decodable>(_ map: Any.Type) throws -> [(key: Key, value: Value)] {
        guard case .object(let members) = json else { throw mismatch(map) }
        return try members.map { member in
            let name = JSONPath.member(JSONKey(member.key.scalarText ?? member.key.looseDescription), of: path)
            return (try JSONDecoding.key(member.key, name), try JSONDecoding(member.value, name).decode(Value.self))
        }
    }

    /// A key as it stands; or, where strict JSON had to make a string of an object, the object in that string.
    private static func key<Key: Decodable>(_ json: JSON, _ path: JSONPath) throws -> Key {
        do {
            return try JSONDecoding(json, path).decode(Key.self)
        } catch {
            guard case .string(let text) = json, let inner = try? JSON(parsing: text.utf8) else { throw error }
            return try JSONDecoding(inner, path).decode(Key.self)
        }
    }
}

extension JSON {
    /// An object of pairs whose keys are any encodable values.
    static func object(
        _ pairs: some Sequence<(key: some Encodable, value: some Encodable)>, at path: JSONPath
    ) throws -> [Member] {
        try pairs.map { pair in
            let key = try JSONEncoding.json(pair.key, path)
            let name = JSONKey(key.scalarText ?? key.looseDescription)
            return Member(key, try JSONEncoding.json(pair.value, .member(name, of: path)))
        }
    }

    /// By number, then by text, so that what comes from a hash table has one order.
    static func precedes(_ left: Member, _ right: Member) -> Bool {
        if case (.number(let left), .number(let right)) = (left.key, right.key), let left = Int(left),
            let right = Int(right)
        {
            return left < right
        }
        return left.key.looseDescription < right.key.looseDescription
    }
}

extension Dictionary: JSONReadable where Key: Decodable, Value: Decodable {
    init(decoding value: JSONDecoding) throws {
        let pairs: [(key: Key, value: Value)] = try value.pairs(Self.self)
        self.init(pairs.map { ($0.key, $0.value) }) { _, last in last }
    }
}

extension Dictionary: JSONWritable where Key: Encodable, Value: Encodable {
    func json(at path: JSONPath) throws -> JSON {
        .object(try JSON.object(self, at: path).sorted(by: JSON.precedes))
    }
}
