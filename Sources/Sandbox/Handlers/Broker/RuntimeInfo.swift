internal import AdminProtocol
internal import LooseJSON
internal import Remoting

/// A `KVTable` that is only written, and written often: without a detour by way of a JSON value.
///
/// Keys and values are the broker's own, and none has a character that JSON escapes.
struct RuntimeInfo: FramePayload {
    private let table: [(String, String)]
    private let constants: String

    /// What changes; the rest is the same for all brokers of a generation and comes by itself.
    init(_ table: [(String, String)], of generation: Generation) {
        (self.table, constants) = (table, generation == .v4 ? Self.oldText : Self.newText)
    }

    init(from frame: Frame) throws(PayloadError) {
        (table, constants) = (try KVTable(from: frame).table.map { ($0.key, $0.value) }, "")
    }

    func write(to frame: inout Frame) {
        var text = constants
        for (key, value) in table { text += ",\"\(key)\":\"\(value)\"" }
        frame.body = Array("{\"table\":{\(text)}}".utf8)
    }

    private static let newText = text(of: constants)
    private static let oldText = text(
        of: constants.filter { constant in !["ack", "litePull", "timer"].contains { constant.0.hasPrefix($0) } })

    private static func text(of table: [(String, String)]) -> String {
        table.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",")
    }

    /// Queues of thread pools, caches and timers, none of which the sandbox has.
    private static let constants =
        poolValues + zeros.map { ($0, "0") } + [
            ("putMessageDistributeTime", spans.map { "[\($0)]:0 " }.joined()),
            ("EndTransactionThreadPoolQueueCapacity", "100000"), ("remainTransientStoreBufferNumbs", "2147483647"),
            ("remainHowManyDataToFlush", "0 B"), ("timerEnqueueTps", "0.0"), ("timerDequeueTps", "0.0"),
            ("putLatency99", "0.00"), ("putLatency999", "0.00"),
        ]

    private static let poolValues: [(String, String)] = {
        let pools = [("send", 10_000), ("query", 20_000), ("pull", 100_000), ("litePull", 100_000), ("ack", 100_000)]
        return pools.flatMap { name, capacity in
            [
                ("\(name)ThreadPoolQueueSize", "0"), ("\(name)ThreadPoolQueueCapacity", "\(capacity)"),
                ("\(name)ThreadPoolQueueHeadWaitTimeMills", "0"),
            ]
        }
    }()

    private static let zeros = [
        "msgPutTotalYesterdayMorning", "msgGetTotalYesterdayMorning", "msgPutTotalTodayMorning",
        "msgGetTotalTodayMorning", "timerReadBehind", "timerOffsetBehind", "timerCongestNum", "dispatchMaxBuffer",
        "dispatchBehindBytes", "pageCacheLockTimeMills", "startAcceptSendRequestTimeStamp", "EndTransactionQueueSize",
        "putMessageEntireTimeMax", "getMessageEntireTimeMax",
    ]

    private static let spans = [
        "<=0ms", "0~10ms", "10~50ms", "50~100ms", "100~200ms", "200~500ms", "500ms~1s", "1~2s", "2~3s", "3~4s", "4~5s",
        "5~10s", "10s~",
    ]
}
