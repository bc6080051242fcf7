// A generic `encode` satisfies the fourteen requirements for single scalar types as well.

struct JSONKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: JSONSlot
    let path: JSONPath

    var codingPath: [any CodingKey] { path.codingPath }

    private func add(_ key: Key, _ value: JSON) { _ = slot.member(key.stringValue, JSONSlot(.value(value))) }

    private func nested(_ key: Key) -> JSONEncoding {
        JSONEncoding(slot: slot.member(key.stringValue), path: .member(key, of: path))
    }

    mutating func encodeNil(forKey key: Key) { add(key, .null) }
    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        add(key, try JSONEncoding.json(value, .member(key, of: path)))
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { nested(key).container(keyedBy: type) }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        nested(key).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder {
        JSONEncoding(slot: slot.member("super"), path: .member(JSONKey("super"), of: path))
    }
    mutating func superEncoder(forKey key: Key) -> any Encoder { nested(key) }
}

struct JSONUnkeyedEncoding: UnkeyedEncodingContainer {
    let slot: JSONSlot
    let path: JSONPath

    var codingPath: [any CodingKey] { path.codingPath }
    var count: Int { slot.itemCount }

    private func nested() -> JSONEncoding { JSONEncoding(slot: slot.item(), path: .item(count, of: path)) }

    mutating func encodeNil() { _ = slot.item(JSONSlot(.value(.null))) }
    mutating func encode<Value: Encodable>(_ value: Value) throws {
        _ = slot.item(JSONSlot(.value(try JSONEncoding.json(value, .item(count, of: path)))))
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> { nested().container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { nested() }
}

struct JSONSingleEncoding: SingleValueEncodingContainer {
    let slot: JSONSlot
    let path: JSONPath

    var codingPath: [any CodingKey] { path.codingPath }
    mutating func encodeNil() { slot.content = .value(.null) }
    mutating func encode<Value: Encodable>(_ value: Value) throws {
        slot.content = .value(try JSONEncoding.json(value, path))
    }
}
