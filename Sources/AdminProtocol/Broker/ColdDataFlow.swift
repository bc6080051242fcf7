/// Asks a broker how much groups read from disk instead of memory; the answer is JSON; since 5.1.
public struct GetColdDataFlowInfo: Request {
    public static let code: RequestCode = 2003
    public typealias Response = String

    public init() {}
}

/// Limits what a group may read from disk; the body is the text of a Java properties file; since 5.1.
public struct UpdateColdDataFlowConfig: Request {
    public static let code: RequestCode = 2001
    @Body public var thresholds: String

    public init(group: String, threshold: String) { thresholds = "\(group)=\(threshold)\n" }
}

/// Takes the limit from a group; since 5.1.
public struct RemoveColdDataFlowConfig: Request {
    public static let code: RequestCode = 2002
    @Body public var group: String

    public init(group: String) { self.group = group }
}
