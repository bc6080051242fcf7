public import LooseJSON

/// Asks a broker who is connected as a group (`GetConsumerConnectionListRequestHeader.java`); code 206 when nobody is.
public struct GetConsumerConnectionList: Request {
    public static let code: RequestCode = 203
    public typealias Response = ConsumerConnection
    public var consumerGroup: String

    public init(group: String) { consumerGroup = group }
}

/// The clients of a group and what they subscribe to (`ConsumerConnection.java`).
public struct ConsumerConnection: JSONContent {
    public var connectionSet: [ClientConnection]
    public var subscriptionTable: Entries<String, SubscriptionData>
    /// `CONSUME_ACTIVELY` pulls, `CONSUME_PASSIVELY` is pushed to, `CONSUME_POP` pops.
    public var consumeType: String?
    /// `BROADCASTING` or `CLUSTERING`.
    public var messageModel: String?
    public var consumeFromWhere: String?

    public init(connections: [ClientConnection], subscriptions: Entries<String, SubscriptionData>) {
        (connectionSet, subscriptionTable) = (connections, subscriptions)
    }
}

/// One connected client (`Connection.java`).
public struct ClientConnection: Codable, Sendable, Equatable {
    public var clientId: String
    public var clientAddr: String
    public var language: String
    public var version: Int

    public init(clientId: String, clientAddr: String, language: String, version: Int) {
        (self.clientId, self.clientAddr) = (clientId, clientAddr)
        (self.language, self.version) = (language, version)
    }
}

/// What a group wants of a topic (`SubscriptionData.java`).
public struct SubscriptionData: Codable, Sendable, Equatable {
    public var topic: String
    public var subString: String
    public var tagsSet: [String]?
    /// Java's hashes of the tags.
    public var codeSet: [Int]?
    public var expressionType: String?
    public var classFilterMode: Bool?
    public var subVersion: Int?
}
