/// Starts a broker in a container (`AddBrokerRequestHeader.java`); since 5.0.
public struct AddBroker: Request {
    public static let code: RequestCode = 902
    /// The broker's configuration file on the container's machine.
    public var configPath: String

    public init(configPath: String) { self.configPath = configPath }
}

/// Stops a broker in a container (`RemoveBrokerRequestHeader.java`); since 5.0.
public struct RemoveBroker: Request {
    public static let code: RequestCode = 903
    public var brokerClusterName: String
    public var brokerName: String
    public var brokerId: Int

    public init(clusterName: String, brokerName: String, brokerId: Int) {
        (brokerClusterName, self.brokerName, self.brokerId) = (clusterName, brokerName, brokerId)
    }
}
