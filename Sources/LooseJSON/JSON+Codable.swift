extension JSON: Codable {
    public init(from decoder: any Decoder) throws {
        guard let value = decoder as? JSONDecoding else {
            let text = "a JSON value can only be read from JSON"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
        }
        self = value.json
    }

    public func encode(to encoder: any Encoder) throws {
        guard let target = encoder as? JSONEncoding else {
            let text = "a JSON value can only be written as JSON"
            throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: text))
        }
        target.slot.content = .value(self)
    }
}

extension JSON: JSONReadable, JSONWritable {
    init(decoding value: JSONDecoding) { self = value.json }
    func json(at path: JSONPath) -> JSON { self }
}
