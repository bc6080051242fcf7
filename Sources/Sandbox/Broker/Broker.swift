internal import AdminProtocol
internal import EventLoop
internal import Remoting

/// A broker of the sandbox.
///
/// The brokers of a name have the topics, groups and offsets in common, and each its own copy of the messages.
final class Broker: Service {
    let name: String
    /// 0 is the master.
    var id: Int
    /// Where it listens, `host:port`.
    private(set) var address: String
    private(set) var host: HostAddress
    let options: SandboxOptions
    let topics: TopicTable
    let groups: GroupTable
    let offsets: OffsetTable
    let store: MessageStore
    let mappings: MappingTable
    private(set) var clients = ClientTable()
    /// Of groups that consume in order.
    var locks = QueueLocks()
    let errands = Errands()
    let waiting: WaitingMessages
    /// When the half messages were checked, in epoch milliseconds; nil while there are none.
    var lastTransactionCheck: Int?
    /// How often a producer was asked for a transaction.
    var transactionQuestions = 0
    /// How groups get the messages of topics, where somebody said so (`MessageRequestModeManager.java`).
    var requestModes: [String: [String: MessageRequestModeSetting]] = [:] {
        didSet { settings?.keep(.mode, keptName, JSONList(requestModes.values.flatMap(\.values))) }
    }
    private(set) var registration = RegistrationDesk()
    let replication: Replication
    let replica = Replica()
    /// Whether controllers say who the master is.
    var isControlled = false
    /// The id that controllers gave, which a broker keeps where it listens elsewhere.
    var controllerID: Int?
    /// Where the brokers of the name choose the master themselves.
    var ledger: LedgerGroup.Seat?
    /// Of ACL 1.0.
    let accounts: AccountFile
    /// Of ACL 2.0.
    let users: UserTable
    var statistics: BrokerStatistics
    var configuration: ServerConfiguration {
        didSet { settings?.keep(.property, keptName, configuration.changes) }
    }
    /// What a broker has for itself is kept under the id with which it started.
    let keptName: String
    /// Where what requests change is kept; nil in memory.
    var settings: SettingsJournal?
    /// Bytes that groups may read from disk in a period.
    var coldReadThresholds: [String: Int] = [:]
    /// How far a slave believes its master to have flushed, in bytes of the log.
    var masterFlushOffset = 0

    /// The brokers of a name share what slaves ask their master for again and again (`SlaveSynchronize.java`): that of a
    /// `sibling`, where there is one.
    init(
        name: String, id: Int, port: UInt16, options: SandboxOptions, sharing sibling: Broker? = nil,
        keptIn data: DataFolder? = nil
    ) throws(StorageError) {
        (self.name, self.id, self.options) = (name, id, options)
        address = "\(options.host):\(port)"
        host = HostAddress(parsing: address) ?? HostAddress(ip: [127, 0, 0, 1], port: Int(port))
        topics = sibling?.topics ?? TopicTable(brokerName: name, options: options)
        groups = sibling?.groups ?? GroupTable(options: options)
        offsets = sibling?.offsets ?? OffsetTable()
        store = try .of(name, id: id, in: data, options.storage.retention)
        keptName = "\(id)"
        mappings = sibling?.mappings ?? MappingTable()
        waiting = sibling?.waiting ?? WaitingMessages()
        replication = sibling?.replication ?? Replication()
        accounts = AccountFile(brokerName: name, access: options.access, clock: options.clock)
        users = UserTable(access: options.access)
        statistics = BrokerStatistics(bootTimestamp: options.clock.now)
        configuration = Self.configuration(name: name, port: Int(port), options)
        store.didGrow = { [replication] in replication.announce() }
        if let data { restore(from: try data.settings(of: name), all: sibling == nil) }
    }

    /// Starts once more after it was killed or stopped, with what it had stored.
    func revive() {
        (registration, clients, locks) = (RegistrationDesk(), ClientTable(), QueueLocks())
        statistics = BrokerStatistics(bootTimestamp: options.clock.now)
    }

    /// Listens elsewhere from now on.
    func move(to port: UInt16?) {
        guard let port else { return }
        address = "\(options.host):\(port)"
        host = HostAddress(parsing: address) ?? host
        configuration["listenPort"] = "\(port)"
    }

    static let handlers = HandlerTable<Broker>(
        topicHandlers, groupHandlers, runtimeHandlers, sendHandlers, queryHandlers, pullHandlers, offsetHandlers,
        resetHandlers, retryHandlers, transactionHandlers, queueLockHandlers, consumerHandlers, clientHandlers,
        relayHandlers, requestModeHandlers, configurationHandlers,
        replicationHandlers, accountHandlers, userHandlers, policyHandlers, exportHandlers,
        cleaningHandlers, coldDataHandlers, consumeQueueHandlers, statisticsHandlers, staticTopicHandlers)

    /// What a slave refuses, as `SendMessageProcessor.rejectRequest` does.
    private static let writes: Set<Int> = [10, 310, 320, 36]
    private static let sends: Set<Int> = [10, 310, 320]
    /// What a slave refuses unless `slaveReadEnable` lets it, as `PullMessageProcessor.rejectRequest` does.
    private static let pulls: Set<Int> = [11, 361]

    func answer(_ call: Call) -> Frame {
        let code = call.request.code
        if !isMaster, Self.writes.contains(code) || Self.pulls.contains(code) && !mayBeRead {
            var reply = Frame(answering: call.request, by: call.generation)
            reply.code = ResponseCode.systemBusy.rawValue
            reply.remark = "[REJECTREQUEST]system busy, start flow control for a while"
            return reply
        }
        do { try admit(call) } catch { return call.reply { throw error } }
        let reply = Self.handlers.answer(call, by: self)
        return Self.sends.contains(code) ? replicated(reply, call) : reply
    }

    private var mayBeRead: Bool { configuration.isOn("slaveReadEnable") }

    func forget(_ peer: Peer) {
        for group in clients.forget(connection: peer.id) { notify(group, evenIfQuiet: true) }
    }
}
