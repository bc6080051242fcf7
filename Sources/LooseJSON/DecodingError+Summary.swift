extension DecodingError {
    /// The path to the value and what is wrong with it, in one line: `queueDatas[0].perm: expected Int, found a string`.
    public var summary: String {
        let (context, missing): (Context, (any CodingKey)?) =
            switch self {
            case .keyNotFound(let key, let context): (context, key)
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context, nil)
            @unknown default: (Context(codingPath: [], debugDescription: "\(self)"), nil)
            }
        let path = context.codingPath.reduce(into: "") { path, key in
            path += key.intValue.map { "[\($0)]" } ?? (path.isEmpty ? "" : ".") + key.stringValue
        }
        let text = missing.map { "\($0.stringValue) is missing" } ?? context.debugDescription
        return path.isEmpty ? text : "\(path): \(text)"
    }
}
