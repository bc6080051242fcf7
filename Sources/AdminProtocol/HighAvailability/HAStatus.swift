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

    /// What a master says.
    public init(slaves: [Slave], commitLogEnd: Int) {
        (master, masterCommitLogMaxOffset, haConnectionInfo) = (true, commitLogEnd, slaves)
        (inSyncSlaveNums, haClientRuntimeInfo) = (slaves.count { $0.inSync }, Client())
    }

    /// What a slave says.
    public init(slave: Client) {
        (master, masterCommitLogMaxOffset, inSyncSlaveNums) = (false, 0, 0)
        (haConnectionInfo, haClientRuntimeInfo) = ([], slave)
    }

    /// A slave, as its master sees it (`HARuntimeInfo.HAConnectionRuntimeInfo`).
    public struct Slave: Codable, Sendable, Equatable {
        public var addr: String
        public var slaveAckOffset: Int
        /// Bytes that the slave lacks.
        public var diff: Int
        public var inSync: Bool
        public var transferredByteInSecond: Int
        public var transferFromWhere: Int

        /// A slave that has everything up to `offset`.
        public init(addr: String, inSyncAt offset: Int) {
            (self.addr, slaveAckOffset, transferFromWhere) = (addr, offset, offset)
            (diff, inSync, transferredByteInSecond) = (0, true, 0)
        }
    }

    /// The slave's own view (`HARuntimeInfo.HAClientRuntimeInfo`).
    public struct Client: Codable, Sendable, Equatable {
        public var masterAddr: String?
        public var transferredByteInSecond = 0
        public var maxOffset = 0
        /// Epoch milliseconds.
        public var lastReadTimestamp = 0
        public var lastWriteTimestamp = 0
        public var masterFlushOffset = 0

        public init() {}
    }
}
