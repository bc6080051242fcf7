internal import AdminProtocol
internal import LooseJSON

/// Gives back a message that a consumer failed with (`ConsumerSendMsgBackRequestHeader.java`).
struct ConsumerSendMsgBack: Request {
    static let code: RequestCode = 36
    /// A byte offset in the log.
    var offset: Int
    var group: String
    /// When the group tries again: 0 leaves it to the broker, less is never.
    var delayLevel: Int
    var unitMode: String?
    var maxReconsumeTimes: Int?
}

/// How a transaction ended (`EndTransactionRequestHeader.java`).
struct EndTransaction: Request {
    static let code: RequestCode = 37
    var producerGroup: String
    /// The queue offset of the half message.
    var tranStateTableOffset: Int
    /// Its byte offset in the log.
    var commitLogOffset: Int
    /// 8 and 12 of `MessageSysFlag`; anything else is that nobody knows.
    var commitOrRollback: Int
    var fromTransactionCheck: String?
}

/// Wants queues for one client of a group alone (`LockBatchRequestBody.java`).
struct LockBatchMQ: Request {
    static let code: RequestCode = 41
    typealias Response = LockedQueues
    @Body var wanted: QueuesOfClient
}

/// Gives such queues back (`UnlockBatchRequestBody.java`).
struct UnlockBatchMQ: Request {
    static let code: RequestCode = 42
    @Body var wanted: QueuesOfClient
}

struct QueuesOfClient: JSONContent {
    var consumerGroup: String
    var clientId: String
    var mqSet: [MessageQueue]
}

struct LockedQueues: JSONContent {
    var lockOKMQSet: [MessageQueue]
}
