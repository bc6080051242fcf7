public import Remoting

/// A request of the remoting protocol: its stored properties are the wire's `extFields`, by name, and a property
/// marked `@Body` is the frame's body.
public protocol Request: Header {
    /// What a peer that accepts the request answers.
    associatedtype Response: FramePayload = Empty

    /// The number that `RequestCode.java` gives to this request.
    static var code: RequestCode { get }

    /// Whether a response with this code carries a `Response`; only success does, unless a request knows better.
    static func accepts(_ code: ResponseCode) -> Bool

    /// The programming language that the request says its sender is written in; a few servers answer by it.
    var language: Language { get }
}

extension Request {
    public static func accepts(_ code: ResponseCode) -> Bool { code == .success }

    public var language: Language { .other }
}

/// A response, or a request, that says everything by its code.
public struct Empty: Header, Equatable {
    public init() {}
}

extension Request {
    /// This request as a frame that `opaque` ties to its response.
    public func frame(opaque: Int32, oneway: Bool = false) throws(PayloadError) -> Frame {
        var frame = Frame(code: Self.code.rawValue, opaque: opaque)
        if oneway { frame.kind = .oneway }
        frame.language = language
        try write(to: &frame)
        return frame
    }
}

/// A request code of `RequestCode.java`; codes that this program has no name for are codes all the same.
public struct RequestCode: RawRepresentable, Sendable, Hashable, ExpressibleByIntegerLiteral {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(integerLiteral value: Int) { rawValue = value }
}

extension RequestCode: CustomStringConvertible {
    /// RocketMQ's name and the number, such as `GET_BROKER_CLUSTER_INFO (106)`.
    public var description: String { Self.names[rawValue].map { "\($0) (\(rawValue))" } ?? "request \(rawValue)" }

    /// RocketMQ's own name, such as `GET_BROKER_CLUSTER_INFO`; nil for a code that no known version has.
    public var name: String? { Self.names[rawValue] }
}

extension RequestCode {
    /// Every code that a known version has, in order.
    public static var all: [RequestCode] { names.keys.sorted().map { RequestCode(rawValue: $0) } }
}
