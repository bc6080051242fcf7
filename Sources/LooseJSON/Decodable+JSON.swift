extension Decodable {
    /// Builds a value from JSON as forgivingly as fastjson: numbers and truth values are also read from strings, strings
    /// also from numbers and truth values, and dictionaries may have integers or objects as keys.
    ///
    /// A missing member of an optional property is nil. The error names the path to the offending value; its `summary`
    /// is one line for a person.
    public init(json: JSON) throws(DecodingError) {
        do {
            self = try JSONDecoding(json, .root).decode(Self.self)
        } catch let error as DecodingError {
            throw error
        } catch {
            throw .dataCorrupted(.init(codingPath: [], debugDescription: "\(error)", underlyingError: error))
        }
    }
}

/// Where a value stands in its document, kept as a list from the inside out: an array of keys is only made for an error.
indirect enum JSONPath {
    case root
    case member(any CodingKey, of: JSONPath)
    case item(Int, of: JSONPath)

    var codingPath: [any CodingKey] {
        var keys: [any CodingKey] = []
        var path = self
        while true {
            switch path {
            case .root: return keys.reversed()
            case .member(let key, let parent): (path, _) = (parent, keys.append(key))
            case .item(let place, let parent): (path, _) = (parent, keys.append(JSONKey(place)))
            }
        }
    }
}

/// A key that no type declares: the place of an item, or the key of a dictionary.
struct JSONKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ place: Int) { (stringValue, intValue) = (String(place), place) }
    init(_ text: String) { (stringValue, intValue) = (text, nil) }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(intValue) }
}

/// A value that is being decoded, with the path that errors name.
struct JSONDecoding: Decoder {
    let json: JSON
    let path: JSONPath

    init(_ json: JSON, _ path: JSONPath) { (self.json, self.path) = (json, path) }

    var codingPath: [any CodingKey] { path.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The one way in for every value: scalars and maps are read here, the rest asks for containers.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if case .string(let text) = json, let value = text as? Value { return value }  // the most frequent case by far
        if let special = type as? any JSONReadable.Type {
            if let value = try special.init(decoding: self) as? Value { return value }
            throw mismatch(type)
        }
        return try Value(from: self)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = json else { throw mismatch([String: JSON].self) }
        return KeyedDecodingContainer(JSONKeyedDecoding(members, path))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let items) = json else { throw mismatch([JSON].self) }
        return JSONUnkeyedDecoding(items, path)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { JSONSingleDecoding(value: self) }

    func mismatch(_ type: Any.Type) -> DecodingError {
        let text = "expected \(type), found \(json.kind)"
        return json.isNull
            ? .valueNotFound(type, .init(codingPath: codingPath, debugDescription: text))
            : .typeMismatch(type, .init(codingPath: codingPath, debugDescription: text))
    }
}
