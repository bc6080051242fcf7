/// Makes the leading controller forget brokers (`CleanControllerBrokerDataRequestHeader.java`); since 5.0.
public struct CleanBrokerData: Request {
    public static let code: RequestCode = 1011
    public var clusterName: String?
    public var brokerName: String
    /// Ids that the controller gave, separated by semicolons; all of the group when nil.
    public var brokerControllerIdsToClean: String?
    /// Whether brokers that are connected may be forgotten too.
    public var isCleanLivingBroker: Bool
    /// Epoch milliseconds.
    public var invokeTime: Int

    public init(clusterName: String?, brokerName: String, ids: [Int]?, cleansLiving: Bool, now: Int) {
        (self.clusterName, self.brokerName) = (clusterName, brokerName)
        brokerControllerIdsToClean = ids.map { $0.map(String.init).joined(separator: ";") }
        (isCleanLivingBroker, invokeTime) = (cleansLiving, now)
    }
}
