/// Asks a broker how far its slaves have come, or it has; since 5.0.
public struct GetBrokerHAStatus: Request {
    public static let code: RequestCode = 907
    public typealias Response = HARuntimeInfo

    public init() {}
}

/// How far replication has come, as a master or a slave sees it (`HARuntimeInfo.java`).
public struct HARuntimeInfo: JSONContent, Equatable {
    public var master: Bool
    /// Where the master's commit log ends, in bytes.
    public var masterCommitLogMaxOffset: Int
    public var inSyncSlaveNums: Int
    public var haConnectionInfo: [Slave]?
    public var haClientRuntimeInfo: Client?

    /// A slave, as its master sees it (`HARuntimeInfo.HAConnectionRuntimeInfo`).
    public struct Slave: Codable, Sendable, Equatable {
        public var addr: String
        public var slaveAckOffset: Int
        /// Bytes that the slave lacks.
        public var diff: Int
        public var inSync: Bool
        public var transferredByteInSecond: Int
        public var transferFromWhere: Int
    }

    /// The slave's own view (`HARuntimeInfo.HAClientRuntimeInfo`).
    public struct Client: Codable, Sendable, Equatable {
        public var masterAddr: String?
        public var transferredByteInSecond: Int
        public var maxOffset: Int
        /// Epoch milliseconds.
        public var lastReadTimestamp: Int
        public var lastWriteTimestamp: Int
        public var masterFlushOffset: Int
    }
}
