import EventLoop
import Foundation
import PeerSupport
import TLS
import Testing

/// An authority, and its certificate in a file that clients can trust.
struct Authority: Sendable {
    let identity: TLSIdentity
    /// Its certificate.
    let file: String
    private let folder: String

    /// Lends an authority while `body` runs.
    static func with(_ body: (Authority) async throws -> Void) async throws {
        let folder = "/tmp/mqadmin-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let identity = try TLSIdentity.authority(named: "test")
        let file = "\(folder)/ca.pem"
        try Data(identity.certificateText).write(to: URL(filePath: file))
        try await body(Authority(identity: identity, file: file, folder: folder))
    }

    /// The identity of a server on this machine.
    func server(names: String = "IP:127.0.0.1,DNS:localhost", valid: Range<Int> = -60..<3600) throws -> TLSIdentity {
        try identity.issue("server", names: names, valid: valid)
    }

    /// A client that trusts this authority, and that shows `identity` to servers.
    func client(
        showing identity: TLSIdentity? = nil, serverName: String? = nil, isVerifying: Bool = true
    ) throws -> TLSClient {
        var options = TLSClient.Options()
        (options.authorities, options.serverName, options.isVerifying) = (file, serverName, isVerifying)
        if let identity {
            options.certificate = "\(folder)/client.pem"
            let text = identity.certificateText + identity.keyText
            try Data(text).write(to: URL(filePath: "\(folder)/client.pem"))
        }
        return try TLSClient(options)
    }
}

extension ScriptedPeer {
    /// Speaks TLS, and then does what a test wants.
    static func secure(
        _ server: TLSServer, _ behaviour: @escaping @Sendable (Channel, Socket) async throws -> Void
    ) -> Behaviour {
        { socket in
            let (channel, _) = try await server.accept(socket, until: .after(.seconds(20)))
            try await behaviour(channel, socket)
        }
    }

    /// Sends back whatever comes.
    static func echoing(_ server: TLSServer) -> Behaviour {
        secure(server) { channel, _ in
            while true { try await channel.write(channel.read(until: .never), until: .never) }
        }
    }
}

/// Runs `body` with an authority, and with a peer that behaves as told.
func withPeer(
    _ behaviour: @escaping @Sendable (Authority) throws -> ScriptedPeer.Behaviour,
    _ body: @escaping @Sendable (Authority, ScriptedPeer, EventLoop) async throws -> Void
) throws {
    let loop = EventLoop()
    try loop.run {
        try await Authority.with { authority in
            try await ScriptedPeer.with([behaviour(authority)], on: loop) { try await body(authority, $0[0], loop) }
        }
    }
}

extension TLSClient {
    /// A secure connection to a peer.
    func connect(to port: UInt16, on loop: EventLoop, within limit: Duration = .seconds(20)) async throws -> Channel {
        let deadline = Deadline.after(limit)
        let socket = try await Socket.connect(host: "127.0.0.1", port: port, on: loop, until: deadline)
        return try await connect(socket, to: "127.0.0.1", until: deadline)
    }
}

/// What `body` throws; records an issue when it throws nothing.
func failure(_ body: () async throws -> Void) async -> (any Error)? {
    do {
        try await body()
        Issue.record("it should have failed")
        return nil
    } catch { return error }
}
