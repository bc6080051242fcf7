/// Takes away the right to write to a broker's topics (`WipeWritePermOfBrokerRequestHeader.java`).
public struct WipeWritePermOfBroker: Request {
    public static let code: RequestCode = 205
    public typealias Response = WipedTopics
    public var brokerName: String

    public init(brokerName: String) { self.brokerName = brokerName }
}

/// How many topics a broker lost the right to be written to (`WipeWritePermOfBrokerResponseHeader.java`).
public struct WipedTopics: Header {
    public var wipeTopicCount: Int

    public init(wipeTopicCount: Int) { self.wipeTopicCount = wipeTopicCount }
}

/// Gives back the right to write to a broker's topics (`AddWritePermOfBrokerRequestHeader.java`); since 4.9.
public struct AddWritePermOfBroker: Request {
    public static let code: RequestCode = 327
    public typealias Response = AddedTopics
    public var brokerName: String

    public init(brokerName: String) { self.brokerName = brokerName }
}

/// How many topics of a broker may be written to again (`AddWritePermOfBrokerResponseHeader.java`).
public struct AddedTopics: Header {
    public var addTopicCount: Int

    public init(addTopicCount: Int) { self.addTopicCount = addTopicCount }
}
