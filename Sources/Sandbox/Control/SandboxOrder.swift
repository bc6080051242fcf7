public import AdminProtocol
public import Remoting

/// What `mqadmin sandbox` asks of a sandbox that runs; its name server takes it, and a real one answers with code 3.
public struct SandboxOrder: Request {
    /// Far from the codes of RocketMQ, whose highest is 200151, with nothing near it.
    public static let code: RequestCode = 99_001
    public typealias Response = String
    /// How a sandbox begins to say that it does not know an order, which is refused with code 3, too.
    public static let ignorance = "this sandbox does not know how to"

    /// What is to be done, such as `fault add`.
    public var action: String
    /// The details, by names that depend on the action.
    public var terms: [String: String]

    public init(_ action: String, _ terms: [String: String] = [:]) { (self.action, self.terms) = (action, terms) }

    public init(from frame: Frame) throws(PayloadError) {
        terms = frame.fields
        guard let action = terms.removeValue(forKey: "action") else { throw .missingField("action") }
        self.action = action
    }

    public func write(to frame: inout Frame) {
        frame.fields = terms
        frame.fields["action"] = action
    }
}
