public import LooseJSON

/// Asks a name server for all clusters and their brokers.
public struct GetBrokerClusterInfo: Request {
    public static let code: RequestCode = 106
    public typealias Response = ClusterInfo

    public init() {}
}

/// Clusters and brokers that a name server knows (`ClusterInfo.java`).
public struct ClusterInfo: JSONContent, Equatable {
    public var brokerAddrTable: [String: BrokerData]
    public var clusterAddrTable: [String: [String]]

    public init(brokers: [String: BrokerData], clusters: [String: [String]]) {
        (brokerAddrTable, clusterAddrTable) = (brokers, clusters)
    }

    /// The groups of one cluster, or of all of them, sorted by broker name; nil when there is no such cluster.
    public func brokers(of cluster: String?) -> [BrokerData]? {
        guard let cluster else { return brokerAddrTable.values.sorted { $0.brokerName < $1.brokerName } }
        return clusterAddrTable[cluster].map { names in names.sorted().compactMap { brokerAddrTable[$0] } }
    }
}

/// Asks a broker for its load, version and totals.
public struct GetBrokerRuntimeInfo: Request {
    public static let code: RequestCode = 28
    public typealias Response = KVTable

    public init() {}
}

/// Keys and values in the order of the wire (`KVTable.java`).
public struct KVTable: JSONContent {
    public var table: Entries<String, String>

    public init(_ table: Entries<String, String>) { self.table = table }

    public subscript(key: String) -> String? { table[key] }
}
