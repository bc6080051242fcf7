internal import AdminProtocol
internal import EventLoop
internal import Remoting

/// A broker of the sandbox; the slaves of a master share its topics, groups, offsets and messages.
final class Broker: Service {
    let name: String
    /// 0 is the master.
    var id: Int
    /// Where it listens, `host:port`.
    let address: String
    let host: HostAddress
    let options: SandboxOptions
    let topics: TopicTable
    let groups: GroupTable
    let offsets: OffsetTable
    let store: MessageStore
    let mappings: MappingTable
    let clients = ClientTable()
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
    let registration = RegistrationDesk()
    let replication: Replication
    /// Of ACL 1.0.
    let accounts: AccountFile
    /// Of ACL 2.0.
    let users: UserTable
    var statistics: BrokerStatistics
    var configuration: ServerConfiguration {
        didSet { settings?.keep(.property, keptName, configuration.changes) }
    }
    /// Where what requests change is kept; nil in memory.
    private var settings: SettingsJournal?
    /// Bytes that groups may read from disk in a period.
    var coldReadThresholds: [String: Int] = [:]
    /// How far a slave believes its master to have flushed, in bytes of the log.
    var masterFlushOffset = 0

    /// The brokers of a name share what is replicated among them: that of a `sibling`, where there is one.
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
        if let sibling {
            store = sibling.store
        } else {
            store = try .of(name, id: 0, in: data, options.storage.retention)
        }
        mappings = sibling?.mappings ?? MappingTable()
        waiting = sibling?.waiting ?? WaitingMessages()
        replication = sibling?.replication ?? Replication()
        accounts = AccountFile(brokerName: name, access: options.access, clock: options.clock)
        users = UserTable(access: options.access)
        statistics = BrokerStatistics(bootTimestamp: options.clock.now)
        configuration = Self.configuration(name: name, port: Int(port), options)
        if let data { restore(from: try data.settings(of: name), all: sibling == nil) }
    }

    /// What a broker has for itself is kept under its id.
    private var keptName: String { "\(id)" }

    /// Brings back what is kept, and keeps what changes from now on; with `all`, what the brokers of a name share, too.
    private func restore(from settings: SettingsJournal, all: Bool) {
        if all {
            topics.restore(from: settings, besides: options.topics)
            groups.restore(from: settings)
            offsets.restore(from: settings)
            mappings.restore(from: settings)
            waiting.restore(from: settings)
            findTimedMessages()
        }
        accounts.restore(from: settings, keptName)
        users.restore(from: settings, keptName)
        configuration.restore(settings.value(.property, keptName, String.self) ?? "")
        groups.createsGroups = configuration.isOn("autoCreateSubscriptionGroup")
        for mode in settings.value(.mode, keptName, JSONList<MessageRequestModeSetting>.self)?.items ?? [] {
            requestModes[mode.topic, default: [:]][mode.consumerGroup] = mode
        }
        self.settings = settings
    }

    static let handlers = HandlerTable<Broker>(
        topicHandlers, groupHandlers, runtimeHandlers, sendHandlers, queryHandlers, pullHandlers, offsetHandlers,
        resetHandlers, retryHandlers, transactionHandlers, queueLockHandlers, consumerHandlers, clientHandlers,
        relayHandlers, requestModeHandlers, configurationHandlers,
        replicationHandlers, accountHandlers, userHandlers, policyHandlers, exportHandlers,
        cleaningHandlers, coldDataHandlers, consumeQueueHandlers, statisticsHandlers, staticTopicHandlers)

    /// What a slave refuses, as `SendMessageProcessor.rejectRequest` does.
    private static let writes: Set<Int> = [10, 310, 320, 36]

    func answer(_ call: Call) -> Frame {
        if !isMaster, Self.writes.contains(call.request.code) {
            var reply = Frame(answering: call.request, by: call.generation)
            reply.code = ResponseCode.systemBusy.rawValue
            reply.remark = "[REJECTREQUEST]system busy, start flow control for a while"
            return reply
        }
        do { try admit(call) } catch { return call.reply { throw error } }
        return Self.handlers.answer(call, by: self)
    }

    func forget(_ peer: Peer) {
        for group in clients.forget(connection: peer.id) { notify(group, evenIfQuiet: true) }
    }
}

extension Broker {
    /// How long the answer to a change of a topic waits for the name servers to know it.
    private static let registrationLimit = Duration.seconds(6)

    /// Tells the name servers of a topic before the client hears of it, as real brokers do.
    func register(_ topic: TopicConfig, before call: Call) {
        call.answer(after: registration.announce(topic), until: .after(Self.registrationLimit))
    }

    /// Tells the name servers of all topics anew, because what clients may do with them has changed.
    func registerAllTopics(before call: Call) {
        topics.touch()
        let ticket = Ticket<Void>()
        registration.announceRole { ticket.redeem(.success(())) }
        call.answer(after: ticket, until: .after(Self.registrationLimit))
    }

    /// What this broker says of itself to name servers; of all its topics when `changed` is nil.
    func registrationRequest(changed: [TopicConfig]?) throws -> RegisterBroker {
        var table = changed.map { Dictionary($0.map { ($0.topicName, $0) }) { $1 } } ?? topics.configs
        if !permission.isSuperset(of: [.read, .write]) {
            for name in table.keys { table[name]?.perm.formIntersection(permission) }
        }
        var wrapper = TopicConfigWrapper(table, version: topics.version)
        wrapper.topicQueueMappingInfoMap = mappings.mappings.filter { table[$0.key] != nil }
            .mapValues { TopicQueueMappingInfo($0) }
        let body = try RegisterBrokerBody(topicConfigSerializeWrapper: wrapper).bodyBytes()
        let isOld = options.serverVersion == .v4
        return RegisterBroker(
            brokerName: name, brokerAddr: address, clusterName: options.clusterName,
            haServerAddr: haAddress, brokerId: id,
            enableActingMaster: isOld ? nil : false, compressed: false, bodyCrc32: 0,
            body: isOld ? OlderForm.body(body, of: GetAllTopicConfig.code.rawValue) : body)
    }
}
