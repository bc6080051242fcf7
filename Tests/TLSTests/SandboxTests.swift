import AdminClient
import AdminProtocol
import EventLoop
import Remoting
import Sandbox
import TLS
import Testing

@Suite struct SandboxTests {
    /// Lends a sandbox whose servers speak TLS.
    private func withSandbox(
        masters: Int = 1, isEnforcing: Bool,
        _ body: @escaping @Sendable (Sandbox, Authority, EventLoop) async throws -> Void
    ) throws {
        let loop = EventLoop()
        try loop.run {
            try await Authority.with { authority in
                var options = SandboxOptions()
                options.masters = masters
                options.topics = [SandboxOptions.Topic(name: "T")]
                options.security = SandboxOptions.Security(
                    server: try TLSServer(authority.server(), isEnforcing: isEnforcing), client: try authority.client())
                try await Sandbox.with(options, on: loop) { try await body($0, authority, loop) }
            }
        }
    }

    /// Lends an admin client of a sandbox.
    private func withAdmin<Value: Sendable>(
        _ sandbox: Sandbox, _ client: TLSClient?, _ loop: EventLoop, _ body: (Admin) async throws -> Value
    ) async throws -> Value {
        var settings = Admin.Settings(
            nameServers: try NameServerList(parsing: sandbox.nameServerAddress), timeout: .seconds(20))
        settings.security = client
        return try await Admin.with(loop, settings, body)
    }

    @Test func `many brokers register, and answer, with TLS alone`() throws {
        try withSandbox(masters: 30, isEnforcing: true) { sandbox, authority, loop in
            try await withAdmin(sandbox, authority.client(), loop) { admin in
                let brokers = try await admin.clusterInfo().brokerAddrTable.values.flatMap(\.brokerAddrs.values)
                #expect(brokers.count == 30)
                let answers = await admin.broadcast(
                    GetBrokerRuntimeInfo(), to: brokers.compactMap { PeerAddress($0) })
                for answer in answers { _ = try answer.result.get() }
            }
        }
    }

    @Test func `an enforcing server hangs up on plain clients, who learn what helps`() throws {
        try withSandbox(isEnforcing: true) { sandbox, _, loop in
            let error = await failure { try await withAdmin(sandbox, nil, loop) { _ = try await $0.clusterInfo() } }
            #expect((error as? RemotingError)?.reason == .hungUp)
            #expect("\(String(describing: error))".contains("--tls"))
        }
    }

    @Test func `a permissive server talks to both`() throws {
        try withSandbox(isEnforcing: false) { sandbox, authority, loop in
            for client in [nil, try authority.client()] {
                let names = try await withAdmin(sandbox, client, loop) { admin in
                    try await admin.clusterInfo().brokerAddrTable.keys.sorted()
                }
                #expect(names == ["broker-a"])
            }
        }
    }

    @Test func `a large message comes back whole`() throws {
        try withSandbox(isEnforcing: true) { sandbox, authority, loop in
            try await withAdmin(sandbox, authority.client(), loop) { admin in
                let body = (0..<(3 << 20)).map { _ in UInt8.random(in: 0...255) }
                let producer = Producer(group: "G", admin: admin)
                let sent = try await producer.send(OutgoingMessage(topic: "T", body: body), now: 1)
                let found = try await admin.message(id: sent.offsetID, topic: "T", cluster: nil, now: 2)
                #expect(try Compression.zlib.decompressed(found.body, limit: 8 << 20) == body)
            }
        }
    }

    @Test func `a sandbox without TLS hangs up on those who speak it`() throws {
        let loop = EventLoop()
        try loop.run {
            try await Authority.with { authority in
                try await Sandbox.with(on: loop) { sandbox in
                    let error = await failure {
                        try await withAdmin(sandbox, authority.client(), loop) { _ = try await $0.clusterInfo() }
                    }
                    #expect((error as? TLSConnectError)?.reason.reason == .closed, "\(String(describing: error))")
                }
            }
        }
    }
}
