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

    /// A broker, and where it listens until it ends.
    struct Place {
        let broker: Broker
        var listener: Listener?
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
    var places: [Place]
    private let controllerTable: [Controller]
    let doors: Doors
    var peers: [Int: Peer] = [:]
    var lastPeer = 0
    var paused: [Int: PausedCall] = [:]
    var lastPause = 0
    var faults = FaultTable()

    init(
        _ options: SandboxOptions, on loop: EventLoop, at doors: Doors, keptIn data: DataFolder?
    ) throws(StorageError) {
        (self.options, self.loop, self.data) = (options, loop, data)
        nameServer = try NameServer(options: options, port: doors.nameServer.port, keptIn: data)
        let address = { (listener: Listener) in "\(options.host):\(listener.port)" }
        controllerAddresses = doors.controllers.map(address)
        containerAddress = doors.container.map(address)
        let group = options.controllers > 0 ? ControllerGroup(addresses: controllerAddresses) : nil
        controllers = group
        controllerTable =
            group.map { group in
                group.addresses.indices.map { Controller(index: $0, of: group, options: options) }
            } ?? []
        nameServerAddress = address(doors.nameServer)
        let table = try Self.makeBrokers(options, ports: doors.brokers.map(\.port), keptIn: data)
        if let population = options.population { Broker.settle(population, among: table) }
        for broker in table {
            broker.configuration["namesrvAddr"] = nameServerAddress
            if let group { group.enlist(broker) } else { broker.join() }
        }
        container.brokers = table
        places = zip(table, doors.brokers).map { Place(broker: $0, listener: $1) }
        brokers = table.map { BrokerInfo(name: $0.name, id: $0.id, address: $0.address) }
        self.doors = doors.withoutBrokers
        nameServerList = NameServerList([PeerAddress(host: options.host, port: doors.nameServer.port)])
    }

    private static func makeBrokers(
        _ options: SandboxOptions, ports: [UInt16], keptIn data: DataFolder?
    ) throws(StorageError) -> [Broker] {
        var brokers: [Broker] = []
        for index in 0..<options.masters {
            let name = SandboxOptions.brokerName(index)
            let master = try Broker(name: name, id: 0, port: ports[brokers.count], options: options, keptIn: data)
            brokers.append(master)
            for id in 0..<options.slavesPerMaster {
                let port = ports[brokers.count]
                brokers.append(
                    try Broker(
                        name: name, id: id + 1, port: port, options: options, sharing: master, keptIn: data))
            }
        }
        return brokers
    }

    func broker(_ index: Int) -> Broker { places[index].broker }

    func service(_ key: ServiceKey) -> any Service {
        switch key {
        case .nameServer: nameServer
        case .broker(let index): places[index].broker
        case .controller(let index): controllerTable[index]
        case .container: container
        }
    }
}
