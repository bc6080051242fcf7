extension Entries: Decodable where Key: Decodable, Value: Decodable {
    public init(from decoder: any Decoder) throws {
        guard let value = decoder as? JSONDecoding else {
            let text = "entries can only be read from JSON"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
        }
        try self.init(decoding: value)
    }
}

extension Entries: Encodable where Key: Encodable, Value: Encodable {
    public func encode(to encoder: any Encoder) throws {
        guard let target = encoder as? JSONEncoding else {
            let text = "entries can only be written as JSON"
            throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: text))
        }
        target.slot.content = .value(try json(at: target.path))
    }
}

extension Entries: JSONReadable where Key: Decodable, Value: Decodable {
    init(decoding value: JSONDecoding) throws {
        // Tables of texts are what brokers send most: they need none of Codable's machinery.
        if Self.self == Entries<String, String>.self, let texts = Entries<String, String>(texts: value.json) as? Self {
            self = texts
            return
        }
        self.init(try value.pairs(Self.self))
    }
}

extension Entries<String, String> {
    /// Nil unless all keys and values are texts.
    fileprivate init?(texts json: JSON) {
        guard case .object(let members) = json else { return nil }
        var pairs: [Element] = []
        pairs.reserveCapacity(members.count)
        for member in members {
            guard case .string(let key) = member.key, case .string(let value) = member.value else { return nil }
            pairs.append((key, value))
        }
        self.init(pairs)
    }
}

extension Entries: JSONWritable where Key: Encodable, Value: Encodable {
    func json(at path: JSONPath) throws -> JSON { .object(try JSON.object(self, at: path)) }
}
