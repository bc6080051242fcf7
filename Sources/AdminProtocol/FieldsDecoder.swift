internal import Remoting

/// Decodes a frame's header fields, and its body, into a flat `Decodable`.
struct FieldsDecoder: Decoder {
    let frame: Frame
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ frame: Frame) { self.frame = frame }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> { .init(Keyed(frame: frame)) }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw notFlat }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw notFlat }

    struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let frame: Frame
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { frame.fields.keys.compactMap(Key.init(stringValue:)) }

        func contains(_ key: Key) -> Bool { frame.fields[key.stringValue] != nil }
        func decodeNil(forKey key: Key) -> Bool { frame.fields[key.stringValue] == nil }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            if let body = type as? any AnyBody.Type, let value = try body.init(body: frame.body) as? T { return value }
            guard let text = frame.fields[key.stringValue] else { throw PayloadError.missingField(key.stringValue) }
            guard let value = Self.value(of: type, from: text) else {
                throw PayloadError.malformedField(key.stringValue, text: text)
            }
            return value
        }

        private static func value<T>(of type: T.Type, from text: String) -> T? {
            if let type = type as? any LosslessStringConvertible.Type { return type.init(text) as? T }
            guard let type = type as? any RawRepresentable.Type else { return nil }
            return raw(type, from: text) as? T
        }

        private static func raw<R: RawRepresentable>(_ type: R.Type, from text: String) -> R? {
            value(of: R.RawValue.self, from: text).flatMap { R(rawValue: $0) }
        }

        func nestedContainer<K: CodingKey>(keyedBy: K.Type, forKey key: Key) throws -> KeyedDecodingContainer<K> {
            throw notFlat
        }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw notFlat }
        func superDecoder() -> any Decoder { FieldsDecoder(frame) }
        func superDecoder(forKey key: Key) -> any Decoder { FieldsDecoder(frame) }
    }
}

private let notFlat = PayloadError.malformedBody("header fields are flat")
