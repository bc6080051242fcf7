/// Forgets a topic on one broker (`DeleteTopicRequestHeader.java`); a topic that is not there is a success too.
public struct DeleteTopicInBroker: Request {
    public static let code: RequestCode = 215
    public var topic: String

    public init(topic: String) { self.topic = topic }
}

/// Forgets a topic's routes on one name server (`DeleteTopicFromNamesrvRequestHeader.java`).
public struct DeleteTopicInNameServer: Request {
    public static let code: RequestCode = 216
    public var topic: String
    /// Only the routes of this cluster's brokers; all of them when nil, as before 4.9.2.
    public var clusterName: String?

    public init(topic: String, clusterName: String?) { (self.topic, self.clusterName) = (topic, clusterName) }
}
