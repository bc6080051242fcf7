public import AdminProtocol
public import EventLoop
public import Remoting
public import TLS

/// What a subcommand talks to: name servers, brokers and controllers, each over one shared connection.
public actor Admin {
    /// How an `Admin` reaches its peers.
    public struct Settings: Sendable {
        public var nameServers: NameServerList
        /// The longest that one request, and connecting for it, may take.
        public var timeout: Duration
        /// Signs every request, where the servers ask for it.
        public var credentials: Credentials?
        /// Makes every connection secure; nil leaves them plain.
        public var security: TLSClient?
        /// Where brokers are reached that advertise addresses of another network.
        public var addressMap = AddressMap()
        /// Whether brokers are talked to on the port for important requests, two below the one they advertise.
        public var usesVIPPort = false
        /// Is told of every frame that goes to a peer or comes from it, on the loop's thread.
        public var observe: (@Sendable (PeerAddress, Frame) -> Void)?
        /// Where the peer that advertises an address is really reached.
        public var route: @Sendable (PeerAddress) -> PeerAddress = { $0 }

        public init(nameServers: NameServerList, timeout: Duration = .seconds(5), credentials: Credentials? = nil) {
            (self.nameServers, self.timeout, self.credentials) = (nameServers, timeout, credentials)
        }
    }

    public nonisolated let settings: Settings
    public nonisolated let loop: EventLoop
    private var connections: [PeerAddress: Connection] = [:]
    private let arrivals: AsyncStream<Connection>.Continuation
    /// Which name server told of a broker's address.
    var advertisers: [PeerAddress: PeerAddress] = [:]
    /// The name servers in the order in which they are tried: the first one answered last, or is a random pick.
    private(set) var nameServers: [PeerAddress]

    private init(on loop: EventLoop, _ settings: Settings, arrivals: AsyncStream<Connection>.Continuation) {
        (self.loop, self.settings, self.arrivals) = (loop, settings, arrivals)
        nameServers = settings.nameServers.addresses.shuffled()
    }

    /// Lends an admin client to `body`, and closes its connections when `body` is done.
    public static func with<Value: Sendable>(
        _ loop: EventLoop, _ settings: Settings, _ body: (Admin) async throws -> Value
    ) async throws -> Value {
        let (stream, arrivals) = AsyncStream.makeStream(of: Connection.self)
        let admin = Admin(on: loop, settings, arrivals: arrivals)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await withDiscardingTaskGroup { connections in
                    for await connection in stream { connections.addTask { await connection.run() } }
                    connections.cancelAll()
                }
            }
            defer {
                arrivals.finish()
                group.cancelAll()
            }
            return try await body(admin)
        }
    }

    /// Sends `request` to one peer and reads its response, or throws what the peer answered instead.
    ///
    /// `limit` replaces the time-out of the settings. Throws `ConnectError`, `TLSConnectError`, `RemotingError`, `BrokerError`.
    public func send<R: Request>(
        _ request: R, to address: PeerAddress, within limit: Duration? = nil
    ) async throws -> R.Response {
        try await send(request, to: address, until: .after(limit ?? settings.timeout), limit ?? settings.timeout)
    }

    func send<R: Request>(
        _ request: R, to address: PeerAddress, until deadline: Deadline, _ waited: Duration
    ) async throws -> R.Response {
        var frame = try request.frame(opaque: 0)
        if let credentials = settings.credentials { frame.sign(with: credentials) }
        let reply: Frame
        do {
            reply = try await connection(to: address, for: R.code).exchange(frame, until: deadline, waited: waited)
        } catch var error as ConnectError {
            error.advertiser = advertisers[address]
            throw error
        }
        let code = ResponseCode(rawValue: reply.code)
        guard R.accepts(code) else {
            var error = BrokerError(address: address, request: R.code, code: code, remark: reply.remark ?? "")
            if error.isAboutTheAsker {
                error.denial = Denial(frame, accessKey: settings.credentials?.accessKey)
            }
            throw error
        }
        do {
            let response = try R.Response(from: reply)
            note(response, from: address)
            return response
        } catch {
            throw RemotingError(address: address, request: R.code, reason: .malformed(error))
        }
    }

    private func connection(to address: PeerAddress, for code: RequestCode) -> Connection {
        if let known = connections[address], !known.hasEnded { return known }
        let connection = Connection(
            to: address, at: destinations(of: address, for: code).map(settings.route), on: loop, settings)
        connections[address] = connection
        arrivals.yield(connection)
        return connection
    }

    /// Asks a name server, and the next one when one fails; a name server's refusal is an answer.
    ///
    /// All tries share one time-out, evenly, so that a dead server leaves time for the living ones.
    public func askNameServer<R: Request>(_ request: R) async throws -> R.Response {
        guard !nameServers.isEmpty else { throw NoNameServerError() }
        var attempts: [any Error] = []
        let candidates = nameServers
        let deadline = Deadline.after(settings.timeout)
        for (index, address) in candidates.enumerated() {
            let share = min(settings.timeout, deadline.remaining / (candidates.count - index))
            do {
                let response = try await send(request, to: address, within: share)
                prefer(address)
                return response
            } catch let error as BrokerError {
                prefer(address)
                throw error
            } catch let error as CancellationError {
                throw error
            } catch {
                attempts.append(error)
            }
        }
        throw attempts.count == 1 ? attempts[0] : NameServersError(attempts: attempts)
    }

    /// What is written to name servers goes to each of them: they do not tell each other.
    public nonisolated func tellNameServers<R: Request>(_ request: R) async throws -> [Answer<R.Response>] {
        guard !settings.nameServers.addresses.isEmpty else { throw NoNameServerError() }
        return await broadcast(request, to: settings.nameServers.addresses)
    }

    private func prefer(_ address: PeerAddress) {
        guard let index = nameServers.firstIndex(of: address), index > 0 else { return }
        nameServers.remove(at: index)
        nameServers.insert(address, at: 0)
    }
}
