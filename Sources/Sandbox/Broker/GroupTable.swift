internal import AdminProtocol

/// The consumer groups of a broker (`SubscriptionGroupManager.java`).
final class GroupTable {
    private(set) var configs: [String: SubscriptionGroupConfig]
    private(set) var version: DataVersion
    /// Whether a group comes into being when it first shows up.
    var createsGroups: Bool
    private let clock: WallClock
    private var settings: SettingsJournal?

    init(options: SandboxOptions) {
        (createsGroups, clock) = (options.createsGroups, options.clock)
        configs = Self.own
        if options.serverVersion == .v4 { configs[Self.transactions] = nil }
        version = DataVersion(counter: 0, timestamp: clock.now)
        version.stateVersion = 0
    }

    /// Brings back the groups that are kept, and keeps what changes from now on.
    func restore(from settings: SettingsJournal) {
        for config in settings.values(.group, SubscriptionGroupConfig.self) { put(config) }
        self.settings = settings
    }

    subscript(name: String) -> SubscriptionGroupConfig? { configs[name] }

    /// The group, which comes into being if brokers may create groups and the name allows it.
    func find(_ name: String) -> SubscriptionGroupConfig? {
        if let config = configs[name] { return config }
        guard createsGroups, name.utf8.count <= 255, name.utf8.allSatisfy(TopicName.isAllowed) else { return nil }
        let config = SubscriptionGroupConfig(name)
        put(config)
        return config
    }

    func put(_ config: SubscriptionGroupConfig) {
        configs[config.groupName] = config
        settings?.keep(.group, config.groupName, config)
        touch()
    }

    func remove(_ name: String) {
        guard configs.removeValue(forKey: name) != nil else { return }
        settings?.forget(.group, name)
        touch()
    }

    private func touch() {
        version.counter += 1
        version.timestamp = clock.now
    }

    /// Of half messages; brokers create it at the start since 5.x only.
    private static let transactions = "CID_RMQ_SYS_TRANS"

    /// What every broker creates when it starts; all brokers of a sandbox share this table until they change theirs.
    private static let own: [String: SubscriptionGroupConfig] = {
        let names = [
            "TOOLS_CONSUMER", "FILTERSRV_CONSUMER", "SELF_TEST_C_GROUP", "CID_ONS-HTTP-PROXY", "CID_ONSAPI_PULL",
            "CID_ONSAPI_PERMISSION", "CID_ONSAPI_OWNER", transactions,
        ]
        return Dictionary(uniqueKeysWithValues: names.map { ($0, SubscriptionGroupConfig($0)) })
    }()
}
