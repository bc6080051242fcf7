public import Remoting

/// Makes a broker the master of its group (`ElectMasterRequestHeader.java`); for the leading controller, since 5.0.
public struct ControllerElectMaster: Request {
    public static let code: RequestCode = 1002
    public typealias Response = ElectedMaster
    public var clusterName: String
    public var brokerName: String
    public var brokerId: Int
    /// Whether this broker is meant, and not any that fits.
    public var designateElect = true
    /// Epoch milliseconds.
    public var invokeTime: Int

    public init(clusterName: String, brokerName: String, brokerId: Int, now: Int) {
        (self.clusterName, self.brokerName, self.brokerId) = (clusterName, brokerName, brokerId)
        invokeTime = now
    }
}

/// The new master and its group.
public struct ElectedMaster: FramePayload {
    public var header: ElectMasterResponse
    /// Empty where the controller sent none.
    public var body: ElectMasterBody

    public init(_ header: ElectMasterResponse, _ body: ElectMasterBody) { (self.header, self.body) = (header, body) }

    public init(from frame: Frame) throws(PayloadError) {
        header = try ElectMasterResponse(from: frame)
        body = frame.body.isEmpty ? ElectMasterBody() : try ElectMasterBody(body: frame.body)
    }

    public func write(to frame: inout Frame) throws(PayloadError) {
        try header.write(to: &frame)
        try body.write(to: &frame)
    }
}

/// The new master (`ElectMasterResponseHeader.java`).
public struct ElectMasterResponse: Header, Equatable {
    public var masterBrokerId: Int?
    public var masterAddress: String?
    public var masterEpoch: Int?
    public var syncStateSetEpoch: Int?

    public init() {}
}

/// The new master's group (`ElectMasterResponseBody.java`).
public struct ElectMasterBody: JSONContent {
    public var brokerMemberGroup: BrokerMemberGroup?
    /// Ids of the brokers that have all that the master has.
    public var syncStateSet: [Int]?

    public init() {}
}

/// The brokers of one name (`BrokerMemberGroup.java`).
public struct BrokerMemberGroup: Codable, Sendable, Equatable {
    public var cluster: String?
    public var brokerName: String?
    /// `host:port` by broker id.
    public var brokerAddrs: [Int: String]?

    public init(cluster: String, brokerName: String, brokerAddrs: [Int: String]) {
        (self.cluster, self.brokerName, self.brokerAddrs) = (cluster, brokerName, brokerAddrs)
    }
}
