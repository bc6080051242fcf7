internal import AdminClient
internal import AdminProtocol
public import EventLoop
internal import Remoting

/// A RocketMQ cluster in this process: a name server and brokers that keep everything in memory.
///
/// All state belongs to this actor; name servers and brokers are plain objects inside of it.
public actor Sandbox {
    /// A broker of the sandbox.
    public struct BrokerInfo: Sendable, Hashable {
        public var name: String
        /// 0 is the master.
        public var id: Int
        /// `host:port`.
        public var address: String
    }

    /// `host:port`, as `NAMESRV_ADDR` wants it.
    public nonisolated let nameServerAddress: String
    /// All brokers, by name and id.
    public nonisolated let brokers: [BrokerInfo]
    nonisolated let loop: EventLoop
    nonisolated let options: SandboxOptions
    nonisolated let nameServerList: NameServerList
    let nameServer: NameServer
    private let brokerTable: [Broker]
    private let nameServerListener: Listener
    private let brokerListeners: [Listener]
    var peers: [Int: Peer] = [:]
    var lastPeer = 0
    var paused: [Int: PausedCall] = [:]
    var lastPause = 0

    private init(
        _ options: SandboxOptions, on loop: EventLoop, nameServer listener: Listener, brokers listeners: [Listener]
    ) {
        (self.options, self.loop) = (options, loop)
        (nameServerListener, brokerListeners) = (listener, listeners)
        nameServer = NameServer(options: options)
        let table = Self.makeBrokers(options, ports: listeners.map(\.port))
        brokerTable = table
        brokers = table.map { BrokerInfo(name: $0.name, id: $0.id, address: $0.address) }
        nameServerAddress = "\(options.host):\(listener.port)"
        nameServerList = NameServerList([PeerAddress(host: options.host, port: listener.port)])
    }

    private static func makeBrokers(_ options: SandboxOptions, ports: [UInt16]) -> [Broker] {
        var brokers: [Broker] = []
        for index in 0..<options.masters {
            let name = SandboxOptions.brokerName(index)
            let master = Broker(name: name, id: 0, port: ports[brokers.count], options: options)
            brokers.append(master)
            for id in 0..<options.slavesPerMaster {
                let port = ports[brokers.count]
                brokers.append(Broker(name: name, id: id + 1, port: port, options: options, slaveOf: master))
            }
        }
        return brokers
    }

    func broker(_ index: Int) -> Broker { brokerTable[index] }

    func service(_ key: ServiceKey) -> any Service {
        switch key {
        case .nameServer: nameServer
        case .broker(let index): brokerTable[index]
        }
    }
}

extension Sandbox {
    /// Starts a cluster, lends it to `body` when every broker is registered, and stops it when `body` is done.
    ///
    /// Throws `EventLoopError` when a port cannot be had, and what `body` throws.
    public static func with<Value: Sendable>(
        _ options: SandboxOptions = SandboxOptions(), on loop: EventLoop,
        _ body: (Sandbox) async throws -> Value
    ) async throws -> Value {
        DescriptorLimit.raise()
        let nameServer = try await Listener.listen(host: options.host, port: options.port, on: loop)
        var listeners: [Listener] = []
        for _ in 0..<(options.masters * (1 + options.slavesPerMaster)) {
            listeners.append(try await Listener.listen(host: options.host, on: loop))
        }
        let sandbox = Sandbox(options, on: loop, nameServer: nameServer, brokers: listeners)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await sandbox.runNameServer() }
            group.addTask { await sandbox.runBrokers() }
            defer { group.cancelAll() }
            try await sandbox.waitForRegistration()
            return try await body(sandbox)
        }
    }

    private func runNameServer() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.accept(at: self.nameServerListener, for: .nameServer) }
            while !Task.isCancelled {
                try? await loop.sleep(until: .after(options.expiryScan))
                nameServer.routes.removeExpiredBrokers()
            }
        }
    }

    private func runBrokers() async {
        await withDiscardingTaskGroup { group in
            for index in brokerTable.indices { group.addTask { await self.runBroker(index) } }
        }
    }

    private func runBroker(_ index: Int) async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.accept(at: self.brokerListeners[index], for: .broker(index)) }
            await keepRegistered(index)
            group.cancelAll()
        }
    }

    private func waitForRegistration() async throws {
        for broker in brokerTable {
            try await loop.value(of: broker.registration.started, until: .after(.seconds(30)))
        }
    }

    /// Stops one broker as an operator would: it says good-bye to the name server, and its connections end.
    public func stop(_ broker: BrokerInfo) async throws {
        guard let index = brokers.firstIndex(of: broker) else { return }
        brokerTable[index].registration.close()
        try await loop.value(of: brokerTable[index].registration.gone, until: .after(.seconds(5)))
    }
}
