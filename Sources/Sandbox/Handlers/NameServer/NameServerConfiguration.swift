internal import AdminProtocol

extension NameServer {
    static let configurationHandlers: [Handler<NameServer>] = [
        .on(GetNamesrvConfig.self) { server, _, _ in server.configuration.text },
        .on(UpdateNamesrvConfig.self) { server, request, _ in
            _ = try server.configuration.update(request.properties)
            return Empty()
        },
    ]

    /// The properties of a name server; a home is where a real one would have its files.
    static func configuration(port: Int, _ options: SandboxOptions) -> ServerConfiguration {
        let home = "/home/rocketmq/namesrv"
        var configuration = ServerConfiguration(
            [
                "listenPort": "\(port)", "rocketmqHome": home, "kvConfigPath": "\(home)/kvConfig.json",
                "configStorePath": "\(home)/namesrv.properties",
                "configBlackList": "configBlackList;configStorePath;kvConfigPath", "orderMessageEnable": "true",
            ], defaults: ServerProperties.nameServer(of: options.serverVersion),
            closed: ["configBlackList", "configStorePath", "kvConfigPath", "rocketmqHome"], options)
        if options.serverVersion == .v5 {
            configuration["bindAddress"] = options.host
            configuration["scanNotActiveBrokerInterval"] = "\(Int(options.expiryScan / .milliseconds(1)))"
        }
        return configuration
    }
}
