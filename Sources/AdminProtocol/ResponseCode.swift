/// What a peer says of a request, by the numbers of `ResponseCode.java`.
public struct ResponseCode: RawRepresentable, Sendable, Hashable, ExpressibleByIntegerLiteral {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(integerLiteral value: Int) { rawValue = value }

    public static let success: ResponseCode = 0
    public static let systemError: ResponseCode = 1
    public static let systemBusy: ResponseCode = 2
    /// The peer is of a version that does not know the request, or of a kind that does not answer it.
    public static let requestCodeNotSupported: ResponseCode = 3
    public static let flushDiskTimeout: ResponseCode = 10
    public static let slaveNotAvailable: ResponseCode = 11
    public static let flushSlaveTimeout: ResponseCode = 12
    public static let messageIllegal: ResponseCode = 13
    public static let serviceNotAvailable: ResponseCode = 14
    public static let noPermission: ResponseCode = 16
    public static let topicNotExist: ResponseCode = 17
    public static let pullNotFound: ResponseCode = 19
    public static let pullRetryImmediately: ResponseCode = 20
    public static let pullOffsetMoved: ResponseCode = 21
    public static let queryNotFound: ResponseCode = 22
    static let subscriptionNotExist: ResponseCode = 24
    static let controllerMasterNotAvailable: ResponseCode = 2004
    static let controllerNotLeader: ResponseCode = 2007
    public static let subscriptionGroupNotExist: ResponseCode = 26
    public static let invalidParameter: ResponseCode = 29
    public static let consumerNotOnline: ResponseCode = 206
    public static let consumeMessageTimeout: ResponseCode = 207
    public static let noMessage: ResponseCode = 208
    public static let broadcastConsumption: ResponseCode = 213
    public static let brokerNeedsRegistration: ResponseCode = 2010
    public static let electionFailed: ResponseCode = 2012
}

extension ResponseCode: CustomStringConvertible {
    /// RocketMQ's name and the number, such as `TOPIC_NOT_EXIST (17)`.
    public var description: String { name.map { "\($0) (\(rawValue))" } ?? "code \(rawValue)" }

    /// RocketMQ's own name, such as `TOPIC_NOT_EXIST`; nil for a code that no known version has.
    public var name: String? { Self.names[rawValue] }

    /// Every code that a known version has, in order.
    public static var all: [ResponseCode] { names.keys.sorted().map { ResponseCode(rawValue: $0) } }

    /// What to do about it, where it answers `request` and the usual cause is known.
    public func hint(answering request: RequestCode) -> String? {
        switch self {
        case .systemBusy: "the broker's queue for this kind of request is full; try again"
        case .requestCodeNotSupported: "the server's version does not know this request"
        case .slaveNotAvailable: "the message is stored on the master only; check the slave with haStatus"
        case .messageIllegal: "check the message's size against the broker's maxMessageSize, and its properties"
        case .serviceNotAvailable: "the broker is shutting down, is a slave, or its disk is full; see brokerStatus"
        case .noPermission where Self.messageRequests.contains(request):
            "the topic or the broker is not writable or readable; see topicRoute and wipeWritePerm"
        case .topicNotExist: "list the topics with topicList, or create it with updateTopic"
        case .subscriptionGroupNotExist: "create the group with updateSubGroup"
        case .consumerNotOnline: "no client of the group is connected"
        case .brokerNeedsRegistration: "the controllers know no broker of that name"
        case .electionFailed: "only a broker that lives and is in sync can be chosen; see getSyncStateSet"
        case .flushDiskTimeout, .flushSlaveTimeout:
            "the message may be stored all the same; see haStatus and brokerStatus"
        case .subscriptionNotExist: "see consumerConnection for what the group subscribes to"
        case .controllerNotLeader, .controllerMasterNotAvailable: "see getControllerMetaData for who leads"
        default: nil
        }
    }

    /// Requests that bring or fetch messages: to others the same code means that access control says no.
    private static let messageRequests: Set<RequestCode> = [10, 11, 36, 310, 320, 361]
}
