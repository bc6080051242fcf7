/// Where a sandbox keeps its messages and settings, and for how long.
public struct StorageOptions: Sendable {
    /// A folder of the sandbox's own; nil keeps everything in memory.
    public var folder: String?
    /// Whether an answer waits until all that it speaks of is safe from a loss of power (`SYNC_FLUSH`); else that is so
    /// half a second later.
    public var isSynchronous = false
    public var retention = Retention()
    /// Hears, in a line each, of what was found broken when the folder was opened, and of writes that failed.
    public var notice: @Sendable (String) -> Void = { _ in }

    public init() {}
}

/// How much of the log stays; whole segments of it go, the oldest first.
public struct Retention: Sendable, Equatable {
    /// Messages that are older go.
    public var age: Duration?
    /// Bytes of messages of one broker, beyond which the oldest go.
    public var bytes: Int?

    public init(age: Duration? = nil, bytes: Int? = nil) { (self.age, self.bytes) = (age, bytes) }

    var isLimited: Bool { age != nil || bytes != nil }

    /// Epoch milliseconds before which messages are too old.
    func oldest(at now: Int) -> Int { age.map { now - Int($0 / .milliseconds(1)) } ?? 0 }

    /// Bytes of a segment: small enough that what stays comes near the limit.
    func segmentSize(atMost size: Int) -> Int { max(64 << 10, min(size, (bytes ?? .max) / 8)) }
}
