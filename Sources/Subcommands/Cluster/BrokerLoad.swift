import CommandKit

/// One broker in `clusterList`; without figures when it did not answer.
struct BrokerLoad: TableRow {
    var cluster: String
    var name: String
    var id: Int
    var address: String
    var figures: BrokerFigures?

    static let columns: [Column<Self>] = [
        Column(key: "cluster") { $0.cluster },
        Column(key: "brokerName") { $0.name },
        Column(key: "brokerId") { $0.id },
        Column(key: "address") { $0.address },
        Column(key: "version") { $0.figures?.version },
        Column(key: "inTps") { $0.figures?.inTps },
        Column(key: "outTps") { $0.figures?.outTps },
        Column(key: "sendQueueSize") { $0.figures.flatMap { Int($0.sendQueue.size) } },
        Column(key: "pullQueueSize") { $0.figures.flatMap { Int($0.pullQueue.size) } },
        Column(key: "pageCacheLockMilliseconds") { $0.figures.flatMap { Int($0.pageCacheLockMilliseconds) } },
        Column(key: "hours") { $0.figures.flatMap(\.hours) },
        Column(key: "diskRatio") { $0.figures?.space },
        Column(key: "active") { $0.figures?.isActive },
        Column(key: "inTotalYesterday") { $0.figures?.inYesterday },
        Column(key: "outTotalYesterday") { $0.figures?.outYesterday },
        Column(key: "inTotalToday") { $0.figures?.inToday },
        Column(key: "outTotalToday") { $0.figures?.outToday },
    ]

    /// The text's columns, as `ClusterListSubCommand` of the edition prints them.
    static func columns(of edition: Edition, _ moreStats: Bool) -> [Column<Self>] {
        moreStats ? totals : edition == .v4 ? load4 : load5
    }

    /// A broker that did not answer has zeros and blanks, as in Java.
    private var shown: BrokerFigures { figures ?? BrokerFigures(unanswered: ()) }

    private static let totals: [Column<Self>] = [
        Column("#Cluster Name", width: -16) { $0.cluster },
        Column("#Broker Name", width: -32, gap: 1) { $0.name },
        Column("#InTotalYest", width: 14, gap: 1) { "\($0.shown.inYesterday)" },
        Column("#OutTotalYest", width: 14, gap: 1) { "\($0.shown.outYesterday)" },
        Column("#InTotalToday", width: 14, gap: 1) { "\($0.shown.inToday)" },
        Column("#OutTotalToday", width: 14) { "\($0.shown.outToday)" },
    ]

    private static let load4: [Column<Self>] = [
        Column("#Cluster Name", width: -16) { $0.cluster },
        Column("#Broker Name", width: -22) { $0.name },
        Column("#BID", width: -4) { "\($0.id)" },
        Column("#Addr", width: -22, gap: 1) { $0.address },
        Column("#Version", width: -16, gap: 1) { $0.shown.version },
        Column("#InTPS(LOAD)", width: 19, gap: 1) { load($0.shown.inTps, [$0.shown.sendQueue]) },
        Column("#OutTPS(LOAD)", width: 19, gap: 1) { load($0.shown.outTps, [$0.shown.pullQueue]) },
        Column("#PCWait(ms)", width: 10, gap: 1) { $0.shown.pageCacheLockMilliseconds },
        Column("#Hour", width: 5, gap: 1) { ($0.shown.hours ?? 0).fixed(2) },
        Column("#SPACE", width: 6) { $0.shown.space.fixed(4) },
    ]

    private static let load5: [Column<Self>] = [
        Column("#Cluster Name", width: -22) { $0.cluster },
        Column("#Broker Name", width: -22) { $0.name },
        Column("#BID", width: -4) { "\($0.id)" },
        Column("#Addr", width: -22, gap: 1) { $0.address },
        Column("#Version", width: -16) { $0.shown.version },
        Column("#InTPS(LOAD)", width: 16) { load($0.shown.inTps, [$0.shown.sendQueue]) },
        Column("#OutTPS(LOAD)", width: 30) { load($0.shown.outTps, [$0.shown.pullQueue, $0.shown.ackQueue]) },
        Column("#Timer(Progress)", width: -22) { timer($0.shown.timer) },
        Column("#PCWait(ms)", width: 11, titleWidth: -11) { $0.shown.pageCacheLockMilliseconds },
        Column("#Hour", width: -12) { ($0.shown.hours ?? 0).fixed(2) },
        Column("#SPACE", width: -8) { $0.shown.space.fixed(4) },
        Column("#ACTIVATED", width: 10, titleWidth: -10) { "\($0.shown.isActive)" },
    ]

    private static func load(_ tps: Double, _ queues: [BrokerFigures.Waiting]) -> String {
        let number = tps.fixed(2)
        let waiting = queues.map { "\($0.size),\($0.milliseconds)ms" }.joined(separator: "|")
        return String.blanks(9 - number.count) + "\(number)(\(waiting))"
    }

    private static func timer(_ timer: BrokerFigures.Timer) -> String {
        let congested = Double(Float(timer.congested) / 10_000).fixed(1)
        let rates = [timer.enqueueTps, timer.dequeueTps].map { $0.fixed(1) }.joined(separator: ", ")
        return "\(timer.readBehind)-\(timer.offsetBehind)(\(congested)w, \(rates))"
    }
}

extension BrokerFigures {
    /// What Java prints when a broker did not answer.
    fileprivate init(unanswered: Void) {
        self.init()
        ackQueue = Waiting()
    }
}
