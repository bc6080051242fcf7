public import LooseJSON

/// Asks a broker who is connected as a producer group (`GetProducerConnectionListRequestHeader.java`).
public struct GetProducerConnectionList: Request {
    public static let code: RequestCode = 204
    public typealias Response = ProducerConnection
    public var producerGroup: String

    public init(producerGroup: String) { self.producerGroup = producerGroup }
}

/// The clients of a producer group (`ProducerConnection.java`).
public struct ProducerConnection: JSONContent {
    public var connectionSet: [ClientConnection]

    public init(connectionSet: [ClientConnection]) { self.connectionSet = connectionSet }
}

/// Asks a broker for all producers that are connected to it; since 4.9.3.
public struct GetAllProducerInfo: Request {
    public static let code: RequestCode = 328
    public typealias Response = ProducerTableInfo

    public init() {}
}

/// The producers of a broker, by group (`ProducerTableInfo.java`).
public struct ProducerTableInfo: JSONContent {
    public var data: Entries<String, [ProducerInfo]>?

    public init(_ producers: Entries<String, [ProducerInfo]>) { data = producers }
}

/// One producer (`ProducerInfo.java`).
public struct ProducerInfo: Codable, Sendable, Equatable {
    public var clientId: String
    public var language: String?
    /// When it last sent a heartbeat, in epoch milliseconds.
    public var lastUpdateTimestamp: Int
    /// `/127.0.0.1:41296`.
    public var remoteIP: String?
    public var version: Int

    public init(clientId: String, language: String?, lastUpdateTimestamp: Int, remoteIP: String?, version: Int) {
        (self.clientId, self.language, self.version) = (clientId, language, version)
        (self.lastUpdateTimestamp, self.remoteIP) = (lastUpdateTimestamp, remoteIP)
    }
}
