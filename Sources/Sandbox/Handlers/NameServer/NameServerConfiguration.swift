internal import AdminProtocol

extension NameServer {
    static let configurationHandlers: [Handler<NameServer>] = [
        .on(GetNamesrvConfig.self) { server, _, _ in server.configuration.text },
        .on(UpdateNamesrvConfig.self) { server, request, _ in
            _ = try server.configuration.update(request.properties)
            return Empty()
        },
    ]

    /// Some of the properties of a name server of 5.3.3 (`NamesrvConfig.java`, `NettyServerConfig.java`).
    static func configuration(port: Int, _ options: SandboxOptions) -> ServerConfiguration {
        ServerConfiguration(
            [
                "bindAddress": options.host, "listenPort": "\(port)", "clusterTest": "false",
                "configBlackList": "configBlackList;configStorePath;kvConfigPath", "productEnvName": "center",
                "deleteTopicWithBrokerRegistration": "false", "enableAllTopicList": "true", "enableTopicList": "true",
                "enableControllerInNamesrv": "false", "needWaitForService": "false", "orderMessageEnable": "true",
                "returnOrderTopicConfigToBroker": "true", "supportActingMaster": "false",
                "scanNotActiveBrokerInterval": "\(Int(options.expiryScan / .milliseconds(1)))",
            ], closed: ["configBlackList", "configStorePath", "kvConfigPath", "rocketmqHome"], clock: options.clock)
    }
}
