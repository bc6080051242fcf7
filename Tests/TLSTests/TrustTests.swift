import AdminClient
import AdminProtocol
import EventLoop
import PeerSupport
import Remoting
import TLS
import Testing

/// Whom a client talks to, and what it says of those whom it does not.
@Suite struct TrustTests {
    /// Asks a peer for a value, over TLS; returns what that fails with.
    private func error(
        _ client: TLSClient, _ peer: ScriptedPeer, _ loop: EventLoop, within limit: Duration = .seconds(20)
    ) async throws -> (any Error)? {
        var settings = Admin.Settings(nameServers: NameServerList([]), timeout: limit)
        settings.security = client
        return try await Admin.with(loop, settings) { admin in
            do {
                let address = PeerAddress(host: "127.0.0.1", port: peer.port)
                let value = try await admin.send(GetKVConfig(namespace: "N", key: "k"), to: address).value
                #expect(value == "v")
                return nil
            } catch { return error }
        }
    }

    /// Checks what asking a server with `identity` fails with; it says its address and the setting that helps.
    private func expect(
        _ reason: TLSError.Reason?, saying words: String...,
        from server: @escaping @Sendable (Authority) throws -> TLSServer,
        to client: @escaping @Sendable (Authority) throws -> TLSClient
    ) throws {
        try withPeer({ ScriptedPeer.answering(try server($0)) }) { authority, peer, loop in
            let error = try await error(client(authority), peer, loop)
            #expect((error as? TLSConnectError)?.reason.reason.withoutWords == reason, "\(String(describing: error))")
            let text = error.map { "\($0)" } ?? ""
            if reason != nil { #expect(text.hasPrefix("127.0.0.1:\(peer.port): TLS: "), "\(text)") }
            for word in words { #expect(text.contains(word), "\(text)") }
        }
    }

    @Test func `a server of a trusted authority is talked to`() throws {
        try expect(nil, from: { try TLSServer($0.server()) }, to: { try $0.client() })
    }

    @Test func `a certificate out of its time is refused`() throws {
        try expect(
            .expired, saying: "has expired", from: { try TLSServer($0.server(valid: -7200..<(-60))) },
            to: { try $0.client() })
        try expect(
            .notYetValid, saying: "not valid yet", from: { try TLSServer($0.server(valid: 3600..<7200)) },
            to: { try $0.client() })
    }

    @Test func `a certificate of another host is refused`() throws {
        try expect(
            .wrongHost, saying: "'127.0.0.1'", "--tls-server-name",
            from: { try TLSServer($0.server(names: "DNS:mq.example,IP:127.0.0.2")) }, to: { try $0.client() })
        try expect(
            .wrongHost, saying: "'mq'", from: { try TLSServer($0.server(names: "DNS:mq.example")) },
            to: { try $0.client(serverName: "mq") })
        try expect(
            nil, from: { try TLSServer($0.server(names: "DNS:*.mq.example")) },
            to: { try $0.client(serverName: "a.mq.example") })
    }

    @Test func `an unknown authority is refused, and so is a server that vouches for itself`() throws {
        try expect(
            .unknownAuthority, saying: "--tls-ca",
            from: { _ in try TLSServer(TLSIdentity.authority(named: "test").issue("x", names: "IP:127.0.0.1")) },
            to: { try $0.client() })
        try expect(
            .unknownAuthority, saying: "--tls-ca", from: { _ in try TLSServer(TLSIdentity.authority(named: "own")) },
            to: { try $0.client() })
        try expect(
            .unknownAuthority, saying: "--tls-ca", from: { try TLSServer($0.server()) },
            to: { _ in try TLSClient(TLSClient.Options()) })
    }

    @Test func `whoever does not verify talks to anybody`() throws {
        try expect(
            nil, from: { _ in try TLSServer(TLSIdentity.authority(named: "own")) },
            to: { try $0.client(isVerifying: false) })
    }

    @Test func `a server that wants a certificate gets it`() throws {
        try expect(
            nil, from: { try TLSServer($0.server(), clientsOf: $0.identity) },
            to: { try $0.client(showing: $0.identity.issue("client")) })
    }

    @Test func `a server that wants a certificate refuses who has none, or another's`() throws {
        try expect(
            .alert(116, ""), saying: "--tls-cert and --tls-key",
            from: { try TLSServer($0.server(), clientsOf: $0.identity) }, to: { try $0.client() })
        try expect(
            .alert(48, ""), saying: "does not take the client certificate",
            from: { try TLSServer($0.server(), clientsOf: $0.identity) },
            to: { try $0.client(showing: TLSIdentity.authority(named: "other").issue("client")) })
        try expect(
            .alert(45, ""), saying: "does not take the client certificate",
            from: { try TLSServer($0.server(), clientsOf: $0.identity) },
            to: { try $0.client(showing: $0.identity.issue("client", valid: -7200..<(-60))) })
    }

    @Test(arguments: [
        (ScriptedPeer.closing, TLSError.Reason.closed), (ScriptedPeer.sendingAndClosing([]), .closed),
        (ScriptedPeer.sending(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)), .notTLS),
        (ScriptedPeer.sending([0, 0, 0, 8, 0, 0, 0, 4, 1, 2, 3, 4]), .notTLS), (ScriptedPeer.hanging, .timedOut),
        (ScriptedPeer.sending([22, 3, 3]), .timedOut),
    ])
    func `a server without TLS is told of`(_ behaviour: @escaping ScriptedPeer.Behaviour, _ reason: TLSError.Reason)
        throws
    {
        try withPeer({ _ in behaviour }) { authority, peer, loop in
            let error = try await error(authority.client(), peer, loop, within: .milliseconds(500))
            #expect((error as? TLSConnectError)?.reason.reason == reason, "\(String(describing: error))")
            #expect((error as? TLSConnectError)?.isTimeout == (reason == .timedOut))
            let words = reason == .timedOut ? "no handshake within 500 ms" : "leave out --tls"
            #expect("\(String(describing: error))".contains(words), "\(String(describing: error))")
        }
    }
}

extension TLSError.Reason {
    /// The same without what OpenSSL's releases say in different ways.
    fileprivate var withoutWords: Self {
        if case .alert(let number, _) = self { .alert(number, "") } else { self }
    }
}

extension ScriptedPeer {
    /// Answers each request over TLS with a value.
    fileprivate static func answering(_ server: TLSServer) -> Behaviour {
        secure(server) { channel, _ in
            var decoder = FrameDecoder()
            while true {
                decoder.append(try await channel.read(until: .never))
                while let request = try decoder.next() {
                    try await channel.write(request.answer(fields: ["value": "v"]).encoded(), until: .never)
                }
            }
        }
    }
}
