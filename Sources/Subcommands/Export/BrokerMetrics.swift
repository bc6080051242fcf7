import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// What `exportMetrics` writes of one broker.
struct BrokerMetrics: Sendable {
    var name: String
    var address: PeerAddress
    var groups: [String]
    /// The groups whose messages can wait here for another try: those that have, or had, clients.
    var groupsWithRetries: Set<String>
    private var topics: Int
    private var info: KVTable
    /// The number of processors, as far as the broker's settings tell.
    private var processors: String?
    /// Messages a second.
    private var tps: Flow<Double>
    private var oneDay: Flow<Int>

    /// A figure of messages that come in, go out, belong to transactions, and are delayed.
    struct Flow<Value: Sendable & AdditiveArithmetic>: Sendable {
        var normalIn = Value.zero
        var normalOut = Value.zero
        var transaction = Value.zero
        var schedule = Value.zero
    }

    init(of master: ClusterMasters.Master, through admin: Admin) async throws {
        (name, address) = (master.name, master.address)
        let broker = master.address
        async let info = admin.send(GetBrokerRuntimeInfo(), to: broker)
        async let properties = admin.properties(of: broker)
        async let groups = admin.userGroups(on: broker)
        async let topics = admin.userTopics(on: broker, withDerived: true)
        async let transactions = admin.putStatistics(of: "RMQ_SYS_TRANS_HALF_TOPIC", on: broker)
        async let schedules = admin.putStatistics(of: "SCHEDULE_TOPIC_XXXX", on: broker)
        self.info = try await info
        processors = try await properties["clientCallbackExecutorThreads"]
        self.groups = try await groups.subscriptionGroupTable.keys
        let names = try await topics.topicConfigTable.keys
        groupsWithRetries = Set(names.compactMap(DerivedTopic.group(ofRetry:)))
        self.topics = names.count { !DerivedTopic.isDerived($0) }
        let (transaction, schedule) = (try await transactions, try await schedules)
        let figures = BrokerFigures(self.info, now: 0)
        tps = Flow(
            normalIn: figures.inTps, normalOut: figures.outTps, transaction: transaction?.statsMinute.tps ?? 0,
            schedule: schedule?.statsMinute.tps ?? 0)
        oneDay = Flow(
            normalIn: figures.inYesterday, normalOut: figures.outYesterday, transaction: transaction?.daySum ?? 0,
            schedule: schedule?.daySum ?? 0)
    }

    /// `clients` are languages and versions, such as `CPP%V3_1_8`.
    func report(clients: [String]) -> JSON {
        [
            "runtimeVersion": [
                "rocketmqVersion": info["brokerVersionDesc"].map { .string($0) } ?? .null,
                "clientInfo": .array(clients.map { .string($0) }),
            ],
            "runtimeQuota": [
                "diskRatio": texts(["commitLogDiskRatio", "consumeQueueDiskRatio"]),
                "topicSize": .integer(topics),
                "tps": tps.members("InTps", "OutTps"),
                "groupSize": .integer(groups.count),
                "oneDayNum": oneDay.members("OneDayInNum", "OneDayOutNum"),
                "messageAverageSize": info["putMessageAverageSize"].map { .string($0) } ?? .null,
            ],
            "runtimeEnv": .object(
                (processors.map { [JSON.Member("cpuNum", .string($0))] } ?? [])
                    + (texts(["totalMemKBytes"]).members ?? [])),
        ]
    }

    /// The sums over brokers.
    static func total(of brokers: [Self]) -> JSON {
        let tps = brokers.reduce(Flow<Double>()) { $0 + $1.tps }
        return [
            "totalOneDayNum": brokers.reduce(Flow<Int>()) { $0 + $1.oneDay }.members("OneDayInNum", "OneDayOutNum"),
            "totalTps": [
                "totalScheduleInTps": .double(tps.schedule), "totalNormalInTps": .double(tps.normalIn),
                "totalTransInTps": .double(tps.transaction), "totalNormalOutTps": .double(tps.normalOut),
            ],
        ]
    }

    /// Those of the broker's figures that it has.
    private func texts(_ names: [String]) -> JSON {
        .object(names.compactMap { name in info[name].map { JSON.Member(.string(name), .string($0)) } })
    }
}

extension BrokerMetrics.Flow {
    static func + (left: Self, right: Self) -> Self {
        Self(
            normalIn: left.normalIn + right.normalIn, normalOut: left.normalOut + right.normalOut,
            transaction: left.transaction + right.transaction, schedule: left.schedule + right.schedule)
    }

    func members(_ suffix: String, _ outSuffix: String) -> JSON where Value: CellValue {
        .object([
            .init(.string("trans\(suffix)"), transaction.cell), .init(.string("schedule\(suffix)"), schedule.cell),
            .init(.string("normal\(outSuffix)"), normalOut.cell), .init(.string("normal\(suffix)"), normalIn.cell),
        ])
    }
}
