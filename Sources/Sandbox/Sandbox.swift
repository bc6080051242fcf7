internal import AdminClient
internal import AdminProtocol
internal import EventLoop
internal import Remoting

/// A RocketMQ cluster in this process: a name server, brokers that keep everything in memory, and controllers.
///
/// All state belongs to this actor; the servers are plain objects inside of it.
public actor Sandbox {
    /// A broker of the sandbox, as it started.
    public struct BrokerInfo: Sendable, Hashable {
        public var name: String
        /// 0 is the master.
        public var id: Int
        /// `host:port`.
        public var address: String
    }

    /// `host:port`, as `NAMESRV_ADDR` wants it.
    public nonisolated let nameServerAddress: String
    /// `host:port` of each controller.
    public nonisolated let controllerAddresses: [String]
    /// `host:port` of the broker container, where there is one.
    public nonisolated let containerAddress: String?
    /// The brokers of the start, by name and id.
    public nonisolated let brokers: [BrokerInfo]
    nonisolated let loop: EventLoop
    nonisolated let options: SandboxOptions
    nonisolated let nameServerList: NameServerList
    /// Nil where everything stays in memory.
    let data: DataFolder?
    let nameServer: NameServer
    let controllers: ControllerGroup?
    let container = Container()
    var places: [Place<Broker>]
    var controllerPlaces: [Place<Controller>]
    let doors: Doors
    /// Servers that shall run, and the bell of who sees to that.
    var launches: [ServiceKey]
    var launchBell = Ticket<Void>()
    var peers: [Int: Peer] = [:]
    var lastPeer = 0
    var paused: [Int: PausedCall] = [:]
    var lastPause = 0
    var faults = FaultTable()

    init(_ options: SandboxOptions, on loop: EventLoop, at doors: Doors, keptIn data: DataFolder?) throws {
        (self.options, self.loop, self.data) = (options, loop, data)
        nameServer = try NameServer(options: options, port: doors.nameServer.port, keptIn: data)
        let address = { (listener: Listener) in "\(options.host):\(listener.port)" }
        controllerAddresses = doors.controllers.map(address)
        containerAddress = doors.container.map(address)
        let group = options.controllers > 0 ? ControllerGroup(addresses: controllerAddresses) : nil
        controllers = group
        controllerPlaces = zip(doors.controllers.indices, doors.controllers).compactMap { index, listener in
            group.map { Place(Controller(index: index, of: $0, options: options), listener) }
        }
        for index in controllerPlaces.indices { group?.join(index) }
        nameServerAddress = address(doors.nameServer)
        let table = try Self.makeBrokers(options, ports: doors.brokers.map(\.port), keptIn: data)
        if let population = options.population { Broker.settle(population, among: table) }
        for broker in table { broker.configuration["namesrvAddr"] = nameServerAddress }
        // Of brokers that come back after a restart, the one with most messages goes first, and is the master.
        for broker in Self.byMessages(table) { broker.takePart(under: options.isControlled(broker) ? group : nil) }
        container.brokers = table
        places = zip(table, doors.brokers).map { Place($0, $1) }
        launches = controllerPlaces.indices.map { .controller($0) } + places.indices.map { .broker($0) }
        brokers = table.map { BrokerInfo(name: $0.name, id: $0.id, address: $0.address) }
        self.doors = doors.lasting
        nameServerList = NameServerList([PeerAddress(host: options.host, port: doors.nameServer.port)])
    }

    func broker(_ index: Int) -> Broker { places[index].server }

    func service(_ key: ServiceKey) -> any Service {
        switch key {
        case .nameServer: nameServer
        case .broker(let index): places[index].server
        case .controller(let index): controllerPlaces[index].server
        case .container: container
        }
    }
}
