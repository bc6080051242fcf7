internal import AdminProtocol

/// The topics of a broker (`TopicConfigManager.java`).
final class TopicTable {
    private(set) var configs: [String: TopicConfig] = [:]
    private(set) var version: DataVersion
    /// Topics that nobody may change or delete.
    private let systemTopics: Set<String>
    private let clock: WallClock
    private var settings: SettingsJournal?

    init(brokerName: String, options: SandboxOptions) {
        clock = options.clock
        version = DataVersion(counter: 0, timestamp: clock.now)
        version.stateVersion = 0
        let own = Self.ownTopics(of: brokerName, options)
        systemTopics = TopicName.system(options.serverVersion).union(own.map(\.topicName))
        for config in own { configs[config.topicName] = config }
        for topic in options.topics { configs[topic.name] = Self.config(topic.name, topic.queues) }
    }

    /// Brings back the topics that are kept, and keeps what changes from now on.
    func restore(from settings: SettingsJournal, besides given: [SandboxOptions.Topic]) {
        let kept = settings.values(.topic, TopicConfig.self)
        self.settings = settings
        for config in kept { put(config) }
        // What this start was asked for outlives it.
        for topic in given where !kept.contains(where: { $0.topicName == topic.name }) {
            put(Self.config(topic.name, topic.queues))
        }
    }

    subscript(name: String) -> TopicConfig? { configs[name] }

    func isSystemTopic(_ name: String) -> Bool { systemTopics.contains(name) || name.hasPrefix("rmq_sys_") }

    /// What a broker itself counts as its system topics, for `exportMetadata` and others that leave them out.
    var systemTopicNames: [String] { systemTopics.sorted() }

    func put(_ config: TopicConfig) {
        configs[config.topicName] = config
        settings?.keep(.topic, config.topicName, config)
        touch()
    }

    /// Says whether the topic was there.
    func remove(_ name: String) -> Bool {
        guard configs.removeValue(forKey: name) != nil else { return false }
        settings?.forget(.topic, name)
        touch()
        return true
    }

    /// A new master begins to count anew, in a higher state.
    func begin(epoch: Int) {
        guard version.stateVersion ?? 0 < epoch else { return }
        version.stateVersion = epoch
        touch()
    }

    /// Makes name servers take the topics for changed.
    func touch() {
        version.counter += 1
        version.timestamp = clock.now
    }

    /// A configuration with all fields that 5.x writes.
    static func config(_ name: String, _ queues: Int, perm: Permission = [.read, .write]) -> TopicConfig {
        var config = TopicConfig(topicName: name, queues: queues, perm: perm)
        config.attributes = [:]
        return config
    }

    /// What every broker creates when it starts.
    private static func ownTopics(of broker: String, _ options: SandboxOptions) -> [TopicConfig] {
        let cluster = options.clusterName
        let one = [
            "SELF_TEST_TOPIC", "OFFSET_MOVED_EVENT", "RMQ_SYS_TRACE_TOPIC", "\(cluster)_REPLY_TOPIC",
            "RMQ_SYS_TRANS_HALF_TOPIC",
        ]
        let all: Permission = [.read, .write, .inherit]
        var topics = one.map { config($0, 1) }
        if options.createsTopics { topics.append(config(TopicName.template, options.templateQueues, perm: all)) }
        topics += [
            config("BenchmarkTest", 1024), config(cluster, 16, perm: all), config(broker, 1, perm: all),
            config("SCHEDULE_TOPIC_XXXX", 18),
        ]
        return options.serverVersion == .v4 ? topics : topics + newTopics(of: broker, cluster)
    }

    /// What brokers create since 5.x.
    private static func newTopics(of broker: String, _ cluster: String) -> [TopicConfig] {
        [
            config("RMQ_SYS_TRANS_OP_HALF_TOPIC", 1), config("rmq_sys_wheel_timer", 1),
            config("rmq_sys_REVIVE_LOG_\(cluster)", 8),
            config("rmq_sys_SYNC_BROKER_MEMBER_\(broker)", 1, perm: .inherit),
        ]
    }
}

extension TopicTable {
    /// Takes from the template what makes it one, for as long as the broker runs.
    func closeTemplate() { configs[TopicName.template]?.perm.remove(.inherit) }

    /// Creates what a sender sends to as a copy of the template, if there is one and topics may inherit from it.
    func create(_ name: String, like template: String, queues: Int, systemFlags: Int) -> TopicConfig? {
        guard let model = configs[template], model.perm.contains(.inherit) else { return nil }
        let queues = max(0, min(queues, model.writeQueueNums))
        var config = Self.config(name, queues, perm: model.perm.subtracting(.inherit))
        config.topicSysFlag = systemFlags
        config.topicFilterType = model.topicFilterType
        put(config)
        return config
    }
}

extension TopicConfig {
    /// More queues than a topic ever has: a request that asks for more must not cost memory.
    private static let limit = 65_536

    /// The queues that clients read; none where a request said less than none.
    var readQueues: Range<Int> { 0..<max(0, min(readQueueNums, Self.limit)) }
    /// The queues that clients write.
    var writeQueues: Range<Int> { 0..<max(0, min(writeQueueNums, Self.limit)) }

    /// `TopicConfig.toString`, as remarks quote it.
    var javaDescription: String {
        let attributes = (attributes ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "TopicConfig [topicName=\(topicName), readQueueNums=\(readQueueNums), writeQueueNums=\(writeQueueNums), "
            + "perm=\(perm.letters), topicFilterType=\(topicFilterType ?? "SINGLE_TAG"), topicSysFlag=\(topicSysFlag), "
            + "order=\(order), attributes={\(attributes.joined(separator: ", "))}]"
    }
}
