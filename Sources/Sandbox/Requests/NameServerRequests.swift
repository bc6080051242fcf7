internal import AdminProtocol

/// Asks a name server for the topics of one cluster (`GetTopicsByClusterRequestHeader.java`).
struct GetTopicsByCluster: Request {
    static let code: RequestCode = 224
    typealias Response = TopicList
    var cluster: String
}

/// Asks a name server for its key-value pairs of one namespace (`GetKVListByNamespaceRequestHeader.java`).
struct GetKVListByNamespace: Request {
    static let code: RequestCode = 219
    typealias Response = KVTable
    var namespace: String
}
