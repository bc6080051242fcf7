/// Has a broker compare its consume queues in RocksDB with those in files (`CheckRocksdbCqWriteProgressRequestHeader.java`);
/// since 5.3.2.
public struct CheckRocksdbCqWriteProgress: Request {
    public static let code: RequestCode = 354
    public typealias Response = CheckRocksdbCqWriteResult
    /// Empty for every topic.
    public var topic: String
    /// Only what was stored since then, in epoch milliseconds.
    public var checkStoreTime: Int

    public init(topic: String, since checkStoreTime: Int) {
        (self.topic, self.checkStoreTime) = (topic, checkStoreTime)
    }
}

/// How far such a comparison is (`CheckRocksdbCqWriteResult.java`).
public struct CheckRocksdbCqWriteResult: JSONContent, Equatable {
    public var checkResult: String?
    /// 0 to 3, in the order of `Status`.
    public var checkStatus: Int

    public init(checkStatus: Int) { self.checkStatus = checkStatus }

    /// `CheckRocksdbCqWriteResult.CheckStatus`.
    public enum Status: Int, Sendable {
        case ok, notOk, inProgress, error
    }

    /// Nil for a status that no known version has.
    public var status: Status? { Status(rawValue: checkStatus) }
}
