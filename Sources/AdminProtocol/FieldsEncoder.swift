/// Encodes a flat `Encodable` as the header's string map; leaves nil out and sets the `@Body` aside.
struct FieldsEncoder: Encoder {
    final class Storage {
        var fields: [String: String] = [:]
        var body: [UInt8]?
    }

    let storage = Storage()
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        .init(Keyed(storage: storage))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { NoContainer() }
    func singleValueContainer() -> any SingleValueEncodingContainer { NoContainer() }

    struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let storage: Storage
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) {}

        func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
            if let body = value as? any AnyBody {
                storage.body = try body.bodyBytes()
            } else if let value = value as? any RawRepresentable {
                storage.fields[key.stringValue] = "\(value.rawValue)"
            } else {
                storage.fields[key.stringValue] = "\(value)"
            }
        }

        func nestedContainer<K: CodingKey>(keyedBy: K.Type, forKey key: Key) -> KeyedEncodingContainer<K> {
            .init(NoKeyed())
        }
        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { NoContainer() }
        func superEncoder() -> any Encoder { FieldsEncoder() }
        func superEncoder(forKey key: Key) -> any Encoder { FieldsEncoder() }
    }
}

private let notFlat = PayloadError.unwritable("header fields are flat")

private struct NoKeyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    var codingPath: [any CodingKey] { [] }
    func encodeNil(forKey key: Key) throws { throw notFlat }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { throw notFlat }
    func nestedContainer<K: CodingKey>(keyedBy: K.Type, forKey key: Key) -> KeyedEncodingContainer<K> {
        .init(NoKeyed<K>())
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { NoContainer() }
    func superEncoder() -> any Encoder { FieldsEncoder() }
    func superEncoder(forKey key: Key) -> any Encoder { FieldsEncoder() }
}

private struct NoContainer: UnkeyedEncodingContainer, SingleValueEncodingContainer {
    var codingPath: [any CodingKey] { [] }
    var count: Int { 0 }
    func encodeNil() throws { throw notFlat }
    func encode<T: Encodable>(_ value: T) throws { throw notFlat }
    func nestedContainer<K: CodingKey>(keyedBy: K.Type) -> KeyedEncodingContainer<K> { .init(NoKeyed<K>()) }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
    func superEncoder() -> any Encoder { FieldsEncoder() }
}
