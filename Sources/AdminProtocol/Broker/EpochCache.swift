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

    public init(clusterName: String, brokerName: String, brokerId: Int, epochs: [EpochEntry], maxOffset: Int) {
        (self.clusterName, self.brokerName, self.brokerId) = (clusterName, brokerName, brokerId)
        (epochList, self.maxOffset) = (epochs, maxOffset)
    }
}

/// What one master wrote, in offsets of the commit log (`EpochEntry.java`).
public struct EpochEntry: Codable, Sendable, Equatable {
    public var epoch: Int
    public var startOffset: Int
    /// Java's largest number for the epoch that is not over.
    public var endOffset: Int

    public init(epoch: Int, startOffset: Int, endOffset: Int = .max) {
        (self.epoch, self.startOffset, self.endOffset) = (epoch, startOffset, endOffset)
    }
}
