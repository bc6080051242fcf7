internal import AdminProtocol
internal import Remoting

/// A controller of the sandbox (`ControllerManager.java` 5.3.3); the first one of its group leads.
final class Controller: Service {
    let index: Int
    let group: ControllerGroup
    /// Its configuration.
    var properties: [String: String]

    init(index: Int, of group: ControllerGroup, options: SandboxOptions) {
        (self.index, self.group) = (index, group)
        properties = Self.defaults
        let peers = group.addresses.enumerated().map { "n\($0)-\($1)" }
        properties["controllerDLegerPeers"] = peers.joined(separator: ";")
        properties["controllerDLegerSelfId"] = "n\(index)"
        properties["bindAddress"] = options.host
        properties["listenPort"] = group.addresses[index].split(separator: ":").last.map(String.init)
    }

    static let handlers = HandlerTable<Controller>(electionHandlers, replicaHandlers, settingHandlers)

    func answer(_ call: Call) -> Frame { Self.handlers.answer(call, by: self) }

    func forget(_ peer: Peer) {}

    /// What only the leader may decide, or knows for sure.
    func lead() throws(Refusal) {
        if index != 0 { throw Refusal(2007, "The controller is not in leader state") }
    }

    /// Some of the properties of a controller of 5.3.3 (`ControllerConfig.java`).
    private static let defaults = [
        "configBlackList": "configBlackList;configStorePath", "controllerDLegerGroup": "group1",
        "controllerType": "DLedger", "controllerThreadPoolNums": "16",
        "controllerRequestThreadPoolQueueCapacity": "50000", "electMasterMaxRetryCount": "3",
        "enableElectUncleanMaster": "false", "isProcessReadEvent": "false", "mappedFileSize": "1073741824",
        "metricsExporterType": "DISABLE", "notifyBrokerRoleChanged": "true", "scanInactiveMasterInterval": "5000",
        "scanNotActiveBrokerInterval": "5000",
    ]
}
