import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// What `clusterList` shows of a broker's runtime information, whose keys differ between 4.9 and 5.x.
struct BrokerFigures: Sendable {
    var version = ""
    /// Messages a second, over the last ten seconds.
    var inTps = 0.0
    var outTps = 0.0
    var sendQueue = Waiting()
    var pullQueue = Waiting()
    var ackQueue = Waiting(size: "N", milliseconds: "N")
    var timer = Timer()
    var pageCacheLockMilliseconds = ""
    /// Age of the oldest message; nil where the broker names none, for which Java prints the years since 1970.
    var hours: Double?
    /// Used part of the disk, 0 to 1.
    var space = 0.0
    var isActive = false
    var inYesterday = 0
    var outYesterday = 0
    var inToday = 0
    var outToday = 0

    /// Requests that wait for a thread, as the broker writes them.
    struct Waiting: Sendable {
        var size = ""
        var milliseconds = ""
    }

    /// Delayed messages of 5.x.
    struct Timer: Sendable {
        var readBehind = 0
        var offsetBehind = 0
        var congested = 0
        var enqueueTps = 0.0
        var dequeueTps = 0.0
    }

    init() {}

    init(_ table: KVTable, now: Int) {
        let info = table.table.byKey
        version = info["brokerVersionDesc"] ?? ""
        inTps = info.rate("putTps")
        // 4.9 writes the second key, with one r.
        outTps = info["getTransferredTps"] == nil ? info.rate("getTransferedTps") : info.rate("getTransferredTps")
        sendQueue = info.waiting("send")
        pullQueue = info.waiting("pull")
        if info["ackThreadPoolQueueSize"] != nil { ackQueue = info.waiting("ack") }
        timer = Timer(
            readBehind: info.integer("timerReadBehind"), offsetBehind: info.integer("timerOffsetBehind"),
            congested: info.integer("timerCongestNum"), enqueueTps: info.number("timerEnqueueTps"),
            dequeueTps: info.number("timerDequeueTps"))
        pageCacheLockMilliseconds = info["pageCacheLockTimeMills"] ?? ""
        if let earliest = info["earliestMessageTimeStamp"].flatMap({ Int($0) }), earliest > 0 {
            // The broker tells its time in whole seconds.
            hours = max(0, Double((info.brokerTime ?? now) - earliest) / 3_600_000)
        }
        space = info.number("commitLogDiskRatio")
        isActive = info["brokerActive"] == "true"
        inYesterday = info.integer("msgPutTotalTodayMorning") - info.integer("msgPutTotalYesterdayMorning")
        outYesterday = info.integer("msgGetTotalTodayMorning") - info.integer("msgGetTotalYesterdayMorning")
        inToday = info.integer("msgPutTotalTodayNow") - info.integer("msgPutTotalTodayMorning")
        outToday = info.integer("msgGetTotalTodayNow") - info.integer("msgGetTotalTodayMorning")
    }
}

extension BrokerLoad {
    /// Asks every broker for its figures; returns the failures of those that did not answer.
    static func fill(_ rows: inout [BrokerLoad], _ session: Session) async -> [Failure] {
        let (addresses, now) = (rows.map(\.address), session.clock.milliseconds)
        let answers = await session.admin.gather(addresses) { text in
            guard let address = PeerAddress(text) else { throw AddressError(text: text) }
            return try await session.admin.send(GetBrokerRuntimeInfo(), to: address)
        }
        var failures: [Failure] = []
        for (index, answer) in answers.enumerated() {
            switch answer {
            case .success(let info): rows[index].figures = BrokerFigures(info, now: now)
            case .failure(let error): failures.append(Failure(addresses[index], error))
            }
        }
        return failures
    }
}

extension [String: String] {
    /// The broker's own clock, in epoch milliseconds to the second: ages do not depend on this machine's.
    fileprivate var brokerTime: Int? {
        guard let start = self["bootTimestamp"].flatMap({ Int($0) }), let runtime = self["runtime"] else { return nil }
        // Such as `[ 0 days, 0 hours, 12 minutes, 27 seconds ]`.
        let numbers = runtime.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 4, numbers.allSatisfy({ $0 < 1_000_000 }) else { return nil }
        let seconds = ((numbers[0] * 24 + numbers[1]) * 60 + numbers[2]) * 60 + numbers[3]
        return start + seconds * 1000
    }

    fileprivate func integer(_ key: String) -> Int { self[key].flatMap { Int($0) } ?? 0 }

    fileprivate func number(_ key: String) -> Double { self[key].flatMap { Double($0) } ?? 0 }

    /// The first of the rates over 10 s, 1 min and 10 min that stand in one value.
    fileprivate func rate(_ key: String) -> Double {
        self[key]?.split(separator: " ").first.flatMap { Double($0) } ?? 0
    }

    fileprivate func waiting(_ pool: String) -> BrokerFigures.Waiting {
        BrokerFigures.Waiting(
            size: self["\(pool)ThreadPoolQueueSize"] ?? "",
            milliseconds: self["\(pool)ThreadPoolQueueHeadWaitTimeMills"] ?? "")
    }
}
