extension KeyedDecodingContainer {
    /// The value of a key, or `standing` where the key is missing or null: older peers leave out what is new.
    func value<Value: Decodable>(_ key: Key, or standing: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? standing
    }
}
