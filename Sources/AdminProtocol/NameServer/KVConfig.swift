/// Reads a value of a name server's key-value store (`GetKVConfigRequestHeader.java`).
public struct GetKVConfig: Request {
    public static let code: RequestCode = 101
    public typealias Response = KVConfigValue
    public var namespace: String
    public var key: String

    public init(namespace: String, key: String) { (self.namespace, self.key) = (namespace, key) }
}

/// A value of a name server's key-value store.
public struct KVConfigValue: Header, Equatable {
    public var value: String?

    public init(_ value: String?) { self.value = value }
}

/// Writes a value of a name server's key-value store (`PutKVConfigRequestHeader.java`).
public struct PutKVConfig: Request {
    public static let code: RequestCode = 100
    public var namespace: String
    public var key: String
    public var value: String

    public init(namespace: String, key: String, value: String) {
        (self.namespace, self.key, self.value) = (namespace, key, value)
    }
}

/// Removes a value of a name server's key-value store (`DeleteKVConfigRequestHeader.java`).
public struct DeleteKVConfig: Request {
    public static let code: RequestCode = 102
    public var namespace: String
    public var key: String

    public init(namespace: String, key: String) { (self.namespace, self.key) = (namespace, key) }
}

/// Names of namespaces in a name server's key-value store (`NamesrvUtil.java`).
public enum KVNamespace {
    /// Queue counts per broker of ordered topics.
    public static let orderTopicConfig = "ORDER_TOPIC_CONFIG"
}
