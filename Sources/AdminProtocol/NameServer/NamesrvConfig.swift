/// Asks a name server for its configuration, as the text of a Java properties file.
public struct GetNamesrvConfig: Request {
    public static let code: RequestCode = 319
    public typealias Response = String

    public init() {}
}

/// Changes properties of a running name server; the body is the text of a Java properties file.
public struct UpdateNamesrvConfig: Request {
    public static let code: RequestCode = 318
    @Body public var properties: String

    public init(key: String, value: String) { properties = "\(key)=\(value)\n" }
}
