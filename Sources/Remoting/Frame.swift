/// One message of the remoting protocol: a header and an opaque body (`RemotingCommand` of RocketMQ 5.3.3).
///
///     ┌───────────────┬──────────────┬──────────────────┬────────┬──────┐
///     │ length: Int32 │ coding: Int8 │ header size: u24 │ header │ body │
///     └───────────────┴──────────────┴──────────────────┴────────┴──────┘
///
/// `length` counts everything after itself; all numbers are big-endian.
public struct Frame: Sendable, Equatable {
    /// The request code of a request, the response code of a response.
    public var code: Int
    /// The programming language of the sender.
    public var language: Language
    /// The version of the sender as the ordinal of `MQVersion.Version`.
    public var version: Int
    /// The number that a response repeats from its request.
    public var opaque: Int32
    public var kind: Kind
    /// An error's text in a response.
    public var remark: String?
    /// `extFields`: the request's or response's own header fields, always as text.
    public var fields: [String: String]
    public var body: [UInt8]
    /// How the header is, or was, written; a server answers in the coding of the request.
    public var coding: HeaderCoding

    /// What a frame is there for.
    public enum Kind: Sendable, Hashable {
        case request
        /// A request that is not answered.
        case oneway
        case response
    }

    /// A frame of 16 MiB, without the length itself: the limit of `NettyDecoder` in RocketMQ 4.9.8 and 5.3.3.
    public static let maximumLength = 16 * 1024 * 1024

    /// `MQVersion.Version.V5_3_3`; from 401 (`V4_9_4`) on a name server answers in standard JSON when asked to.
    public static let ownVersion = 479

    /// A request of this tool without fields and body.
    public init(code: Int, opaque: Int32) {
        (self.code, self.opaque) = (code, opaque)
        (language, version, kind, coding) = (.other, Frame.ownVersion, .request, .json)
        (fields, body) = ([:], [])
    }
}

/// The coding of a frame's header (`SerializeType`); the raw value is the byte on the wire.
public enum HeaderCoding: UInt8, Sendable, CaseIterable {
    case json = 0
    /// The compact binary one of `RocketMQSerializable`.
    case rocketmq = 1
}
