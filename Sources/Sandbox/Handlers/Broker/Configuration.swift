internal import AdminProtocol

extension Broker {
    static let configurationHandlers: [Handler<Broker>] = [
        .on(GetBrokerConfig.self) { broker, _, _ in
            broker.configuration.map { "\($0)=\($1)\n" }.joined()
        }
    ]

    /// Some of the properties of a broker of 5.3.3 (`BrokerConfig`, `MessageStoreConfig`): those that tell who it is, and
    /// those that the sandbox keeps to.
    private var configuration: KeyValuePairs<String, String> {
        [
            "brokerClusterName": options.clusterName, "brokerName": name, "brokerId": "\(id)",
            "brokerRole": isMaster ? "ASYNC_MASTER" : "SLAVE", "brokerIP1": options.host,
            "listenPort": "\(host.port)", "flushDiskType": "ASYNC_FLUSH", "fileReservedTime": "72",
            "maxMessageSize": "\(options.maximumMessageSize)", "autoCreateTopicEnable": "\(options.createsTopics)",
            "autoCreateSubscriptionGroup": "\(options.createsGroups)",
            "defaultTopicQueueNums": "\(options.templateQueues)",
            "slaveReadEnable": "false", "traceOn": "true", "traceTopicEnable": "false",
            "msgTraceTopicName": "RMQ_SYS_TRACE_TOPIC", "useTLS": "false",
            "messageDelayLevel": "1s 5s 10s 30s 1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 20m 30m 1h 2h",
            "clientCallbackExecutorThreads": "2",
        ]
    }
}
