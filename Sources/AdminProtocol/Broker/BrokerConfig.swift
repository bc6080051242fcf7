/// Asks a broker for its configuration, as the text of a Java properties file.
public struct GetBrokerConfig: Request {
    public static let code: RequestCode = 26
    public typealias Response = String

    public init() {}
}

/// Changes properties of a running broker; the body is the text of a Java properties file.
public struct UpdateBrokerConfig: Request {
    public static let code: RequestCode = 25
    @Body public var properties: String

    public init(key: String, value: String) { properties = "\(key)=\(value)\n" }
}
