internal import AdminProtocol
internal import LooseJSON

extension Broker {
    static let configurationHandlers: [Handler<Broker>] = [
        .on(GetBrokerConfig.self) { broker, _, call in
            call.fields["version"] = try broker.configuration.version.json().description
            return broker.currentConfiguration.text
        },
        .on(UpdateBrokerConfig.self) { broker, request, call in
            let changed = try broker.configuration.update(request.properties)
            broker.groups.createsGroups = broker.configuration.isOn("autoCreateSubscriptionGroup")
            if changed.contains("brokerPermission") { broker.registerAllTopics(before: call) }
            return Empty()
        },
    ]

    /// The properties of a broker; a home is where a real one would have its files.
    static func configuration(name: String, port: Int, _ options: SandboxOptions) -> ServerConfiguration {
        let home = "/home/rocketmq/\(name)"
        return ServerConfiguration(
            [
                "brokerClusterName": options.clusterName, "brokerName": name, "brokerIP1": options.host,
                "brokerIP2": options.host, "listenPort": "\(port)", "haListenPort": "\(port + 1)",
                "maxMessageSize": "\(options.maximumMessageSize)", "autoCreateTopicEnable": "\(options.createsTopics)",
                "autoCreateSubscriptionGroup": "\(options.createsGroups)",
                "defaultTopicQueueNums": "\(options.templateQueues)", "rocketmqHome": home,
                "messageDelayLevel": "1s 5s 10s 30s 1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 20m 30m 1h 2h",
                "storePathRootDir": "\(home)/store", "storePathCommitLog": "\(home)/store/commitlog",
                "configBlackList": "configBlackList;brokerConfigPath",
                "brokerRole": options.replication.role,
            ], defaults: BrokerProperties.defaults(of: options.serverVersion),
            closed: ["brokerConfigPath", "rocketmqHome", "configBlackList"], options)
    }

    /// The configuration, with what a controller may have changed since the broker started.
    private var currentConfiguration: ServerConfiguration {
        var current = configuration
        current["brokerId"] = "\(id)"
        if !isMaster {
            current["brokerRole"] = "SLAVE"
        } else if isControlled || ledger != nil {
            current["brokerRole"] = "SYNC_MASTER"
        }
        current["enableDLegerCommitLog"] = "\(ledger != nil)"
        guard options.serverVersion == .v5 else { return current }
        current["enableControllerMode"] = "\(isControlled)"
        (current["bindAddress"], current["controllerAddr"]) = (options.host, "")
        return current
    }

    /// Bytes of a message's body, beyond which a send is refused.
    var maximumMessageSize: Int { Int(configuration["maxMessageSize"]) ?? options.maximumMessageSize }

    /// What clients may do on this broker, whatever its topics allow.
    var permission: Permission { Permission(rawValue: Int(configuration["brokerPermission"]) ?? 6) }
}
