// A generic `decode` satisfies the fourteen requirements for single scalar types as well.

struct JSONKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let members: [JSON.Member]
    private let path: JSONPath
    /// Places by name for large objects: looking for each name in turn would take quadratic time.
    private let places: [String: Int]?

    init(_ members: [JSON.Member], _ path: JSONPath) {
        (self.members, self.path) = (members, path)
        guard members.count > 16 else {
            places = nil
            return
        }
        let named = members.enumerated().compactMap { place, member in member.key.scalarText.map { ($0, place) } }
        places = Dictionary(named) { _, last in last }
    }

    var codingPath: [any CodingKey] { path.codingPath }
    var allKeys: [Key] { members.compactMap { $0.key.scalarText.flatMap(Key.init(stringValue:)) } }

    private func find(_ key: Key) -> JSON? {
        let name = key.stringValue
        if let places { return places[name].map { members[$0].value } }
        return members.last { $0.key.scalarText == name }?.value
    }

    private func value(_ key: Key) throws -> JSONDecoding {
        guard let json = find(key) else {
            let context = DecodingError.Context(codingPath: codingPath, debugDescription: "no \(key.stringValue)")
            throw DecodingError.keyNotFound(key, context)
        }
        return JSONDecoding(json, .member(key, of: path))
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try value(key).json.isNull }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try value(key).decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try value(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder {
        JSONDecoding(members.last { $0.key == "super" }?.value ?? .null, .member(JSONKey("super"), of: path))
    }
    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}

struct JSONUnkeyedDecoding: UnkeyedDecodingContainer {
    private let items: [JSON]
    private let path: JSONPath
    private(set) var currentIndex = 0

    init(_ items: [JSON], _ path: JSONPath) { (self.items, self.path) = (items, path) }

    var codingPath: [any CodingKey] { path.codingPath }
    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    /// The item at hand; a failed attempt does not pass it, so that a caller can try another type.
    private func item() throws -> JSONDecoding {
        guard !isAtEnd else {
            let context = DecodingError.Context(codingPath: codingPath, debugDescription: "only \(items.count) items")
            throw DecodingError.valueNotFound(JSON.self, context)
        }
        return JSONDecoding(items[currentIndex], .item(currentIndex, of: path))
    }

    private mutating func next<Value>(_ read: (JSONDecoding) throws -> Value) throws -> Value {
        let value = try read(item())
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard try item().json.isNull else { return false }
        currentIndex += 1
        return true
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next { try $0.decode(type) } }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { try next { try $0.container(keyedBy: type) } }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next { try $0.unkeyedContainer() }
    }
    mutating func superDecoder() throws -> any Decoder { try next { $0 } }
}

struct JSONSingleDecoding: SingleValueDecodingContainer {
    let value: JSONDecoding

    var codingPath: [any CodingKey] { value.codingPath }
    func decodeNil() -> Bool { value.json.isNull }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value.decode(type) }
}
