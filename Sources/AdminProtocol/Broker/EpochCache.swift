/// Asks a broker in controller mode when its masters changed; since 5.0.
public struct GetBrokerEpochCache: Request {
    public static let code: RequestCode = 1007
    public typealias Response = EpochCache

    public init() {}
}

/// The masters that a broker has seen, by number (`EpochEntryCache.java`).
public struct EpochCache: JSONContent {
    public var clusterName: String
    public var brokerName: String
    public var brokerId: Int
    public var epochList: [EpochEntry]
    /// Where the broker's commit log ends.
    public var maxOffset: Int
}

/// What one master wrote, in offsets of the commit log (`EpochEntry.java`).
public struct EpochEntry: Codable, Sendable, Equatable {
    public var epoch: Int
    public var startOffset: Int
    /// Java's largest number for the epoch that is not over.
    public var endOffset: Int
}
