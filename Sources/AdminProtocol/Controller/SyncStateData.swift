/// Asks the leading controller which replicas have all that their master has; since 5.0.
public struct ControllerGetSyncStateData: Request {
    public static let code: RequestCode = 1006
    public typealias Response = BrokerReplicasInfo
    @Body public var brokerNames: JSONList<String>

    public init(brokerNames: [String]) { self.brokerNames = JSONList(brokerNames) }
}

/// The replicas of broker groups, by broker name (`BrokerReplicasInfo.java`).
public struct BrokerReplicasInfo: JSONContent {
    public var replicasInfoTable: [String: Replicas]

    public init(_ table: [String: Replicas]) { replicasInfoTable = table }

    /// The replicas of one group (`BrokerReplicasInfo.ReplicasInfo`).
    public struct Replicas: Codable, Sendable, Equatable {
        public var masterBrokerId: Int?
        public var masterAddress: String?
        /// How often the group had a new master.
        public var masterEpoch: Int?
        public var syncStateSetEpoch: Int?
        public var inSyncReplicas: [Replica]?
        public var notInSyncReplicas: [Replica]?

        public init() {}
    }

    /// One broker (`BrokerReplicasInfo.ReplicaIdentity`).
    public struct Replica: Codable, Sendable, Equatable {
        public var brokerName: String?
        public var brokerId: Int?
        public var brokerAddress: String?
        public var alive: Bool?

        public init(brokerName: String, brokerId: Int, brokerAddress: String, alive: Bool) {
            (self.brokerName, self.brokerId) = (brokerName, brokerId)
            (self.brokerAddress, self.alive) = (brokerAddress, alive)
        }
    }
}
