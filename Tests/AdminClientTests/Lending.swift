import AdminClient
import AdminProtocol
import EventLoop
import PeerSupport
import Remoting
import Testing

/// Runs `body` with peers that behave as told, on a loop of their own.
func withPeers(
    _ behaviours: [ScriptedPeer.Behaviour],
    _ body: @escaping @Sendable ([ScriptedPeer], EventLoop) async throws -> Void
) throws {
    let loop = EventLoop()
    try loop.run { try await ScriptedPeer.with(behaviours, on: loop) { try await body($0, loop) } }
}

/// Lends an admin client that knows these name servers.
func withAdmin(
    _ nameServers: [String], on loop: EventLoop, timeout: Duration = .seconds(5),
    credentials: Credentials? = nil, _ body: (Admin) async throws -> Void
) async throws {
    let list = try NameServerList(parsing: nameServers.joined(separator: ";"))
    let settings = Admin.Settings(nameServers: list, timeout: timeout, credentials: credentials)
    try await Admin.with(loop, settings, body)
}

extension ScriptedPeer {
    var address: PeerAddress { PeerAddress(host: "127.0.0.1", port: port) }

    /// Answers a request for the value of a key with that key.
    static let echoing = answering { $0.answer(fields: ["value": $0.fields["key"] ?? ""]) }

    /// Knows nothing.
    static let refusing = answering { $0.answer(code: 22, remark: "No config item") }
}

/// A request that `ScriptedPeer.echoing` answers with `key`.
func question(_ key: String) -> GetKVConfig { GetKVConfig(namespace: "N", key: key) }

/// How long `body` took.
func time(_ body: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await body()
    return ContinuousClock.now - start
}

/// What `body` throws; records an issue when it throws nothing.
func failure(_ body: () async throws -> Void) async -> (any Error)? {
    do {
        try await body()
        Issue.record("it should have failed")
        return nil
    } catch { return error }
}
