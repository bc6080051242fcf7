internal import AdminProtocol
internal import Remoting

/// A controller of the sandbox (`ControllerManager.java` 5.3.3).
final class Controller: Service {
    let index: Int
    let group: ControllerGroup
    /// Its configuration.
    var properties: [String: String] {
        get { group.properties[index] ?? [:] }
        set { group.properties[index] = newValue }
    }

    init(index: Int, of group: ControllerGroup, options: SandboxOptions) {
        (self.index, self.group) = (index, group)
        var properties = ServerProperties.controller
        let home = "/home/rocketmq/controller"
        (properties["rocketmqHome"], properties["controllerStorePath"]) = (home, "\(home)/store")
        properties["configStorePath"] = "\(home)/controller.properties"
        properties["configBlackList"] = "configBlackList;configStorePath"
        properties["scanNotActiveBrokerInterval"] = "5000"
        let peers = group.addresses.enumerated().map { "n\($0)-\($1)" }
        properties["controllerDLegerPeers"] = peers.joined(separator: ";")
        properties["controllerDLegerSelfId"] = "n\(index)"
        properties["bindAddress"] = options.host
        properties["listenPort"] = group.addresses[index].split(separator: ":").last.map(String.init)
        group.properties[index] = properties
    }

    static let handlers = HandlerTable<Controller>(electionHandlers, replicaHandlers, settingHandlers)

    /// Nobody sets the version in the frames of a controller of its own.
    func answer(_ call: Call) -> Frame {
        var reply = Self.handlers.answer(call, by: self)
        reply.version = 0
        return reply
    }

    func forget(_ peer: Peer) {}

    /// Where it listens.
    var port: UInt16 { UInt16(properties["listenPort"] ?? "") ?? 0 }

    /// What only the leader may decide, or knows for sure.
    func lead() throws(Refusal) {
        if group.leader != index { throw Refusal(2007, "The controller is not in leader state") }
    }
}
