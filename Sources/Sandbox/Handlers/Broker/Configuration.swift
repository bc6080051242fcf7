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

    /// Some of the properties of a broker of 5.3.3 (`BrokerConfig`, `MessageStoreConfig`): those that tell who it is,
    /// those that the sandbox keeps to, and some that are often changed.
    static func configuration(name: String, port: Int, _ options: SandboxOptions) -> ServerConfiguration {
        ServerConfiguration(
            [
                "brokerClusterName": options.clusterName, "brokerName": name, "brokerIP1": options.host,
                "listenPort": "\(port)", "flushDiskType": "ASYNC_FLUSH", "fileReservedTime": "72", "deleteWhen": "04",
                "maxMessageSize": "\(options.maximumMessageSize)", "autoCreateTopicEnable": "\(options.createsTopics)",
                "autoCreateSubscriptionGroup": "\(options.createsGroups)",
                "defaultTopicQueueNums": "\(options.templateQueues)", "brokerPermission": "6",
                "slaveReadEnable": "false", "traceOn": "true", "traceTopicEnable": "false",
                "msgTraceTopicName": "RMQ_SYS_TRACE_TOPIC", "useTLS": "false",
                "messageDelayLevel": "1s 5s 10s 30s 1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 20m 30m 1h 2h",
                "timerWheelEnable": "true", "timerPrecisionMs": "1000", "timerMaxDelaySec": "259200",
                "transactionTimeOut": "6000", "transactionCheckMax": "15", "transactionCheckInterval": "30000",
                "notifyConsumerIdsChangedEnable": "true", "channelExpiredTimeout": "120000",
                "clientCallbackExecutorThreads": "2", "cgColdReadThreshold": "3145728",
                "globalColdReadThreshold": "104857600", "dataReadAheadEnable": "true",
                "configBlackList": "configBlackList;brokerConfigPath",
            ], closed: ["brokerConfigPath", "rocketmqHome", "configBlackList"], clock: options.clock)
    }

    /// The configuration, with what a controller may have changed since the broker started.
    private var currentConfiguration: ServerConfiguration {
        var current = configuration
        (current["brokerId"], current["brokerRole"]) = ("\(id)", isMaster ? "ASYNC_MASTER" : "SLAVE")
        current["enableControllerMode"] = "\(!replication.epochs.isEmpty)"
        return current
    }

    /// Bytes of a message's body, beyond which a send is refused.
    var maximumMessageSize: Int { Int(configuration["maxMessageSize"]) ?? options.maximumMessageSize }

    /// What clients may do on this broker, whatever its topics allow.
    var permission: Permission { Permission(rawValue: Int(configuration["brokerPermission"]) ?? 6) }
}
