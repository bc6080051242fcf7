/// Asks a controller who leads its group; since 5.0.
public struct ControllerGetMetadataInfo: Request {
    public static let code: RequestCode = 1005
    public typealias Response = ControllerMetadata

    public init() {}
}

/// A group of controllers (`GetMetaDataResponseHeader.java`).
public struct ControllerMetadata: Header, Equatable {
    public var group: String?
    public var controllerLeaderId: String?
    /// `host:port`; nil or empty while the group chooses a leader.
    public var controllerLeaderAddress: String?
    /// Whether the controller that answers is the leader.
    public var isLeader: Bool?
    /// `n0:127.0.0.1:9878;n1:127.0.0.1:9868`.
    public var peers: String?

    public init(group: String, leader: String) { (self.group, controllerLeaderAddress) = (group, leader) }

    /// Each peer, as `n0:127.0.0.1:9878`.
    public var peerList: [String] { (peers ?? "").split(separator: ";").map(String.init) }
}

/// Asks a controller for its configuration, as the text of a Java properties file; since 5.0.
public struct GetControllerConfig: Request {
    public static let code: RequestCode = 1010
    public typealias Response = String

    public init() {}
}

/// Changes properties of a running controller; the body is the text of a Java properties file; since 5.0.
public struct UpdateControllerConfig: Request {
    public static let code: RequestCode = 1009
    @Body public var properties: String

    public init(key: String, value: String) { properties = "\(key)=\(value)\n" }
}
