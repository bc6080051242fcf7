import AdminProtocol
import EventLoop
import PeerSupport
import Remoting
import Testing

@testable import AdminClient

/// Brokers that advertise other addresses than those they are reached at.
@Suite struct ReachingTests {
    /// Runs `body` with an admin whose name server says that a broker is at `advertised`, with the broker's port in the
    /// place of `PORT`.
    private func with(
        advertising advertised: String, map: String? = nil, vip: Bool = false, timeout: Duration = .seconds(2),
        _ body: @escaping @Sendable (_ admin: Admin, _ broker: PeerAddress) async throws -> Void
    ) throws {
        try withPeers([ScriptedPeer.echoing]) { brokers, loop in
            let port = Int(brokers[0].port)
            let text = advertised.split(separator: "PORT").joined() + "\(vip ? port + 2 : port)"
            let address = try #require(PeerAddress(text))
            let names = ScriptedPeer.answering { request in
                let table =
                    #"{"brokerAddrTable":{"b":{"brokerAddrs":{0:"\#(address)"},"brokerName":"b","cluster":"C"}},"#
                    + #""clusterAddrTable":{"C":["b"]}}"#
                return request.answer(body: Array(table.utf8))
            }
            try await ScriptedPeer.with([names], on: loop) { servers in
                var settings = Admin.Settings(
                    nameServers: try NameServerList(parsing: servers[0].text), timeout: timeout)
                if let map { settings.addressMap = try #require(AddressMap(parsing: map)) }
                settings.usesVIPPort = vip
                try await Admin.with(loop, settings) { admin in
                    _ = try await admin.clusterInfo()
                    try await body(admin, address)
                }
            }
        }
    }

    @Test(arguments: ["no-such-*=127.0.0.1", "auto", "10.*=nowhere.invalid,no-such-container=localhost"])
    func `a container's address is reached through the map`(_ map: String) throws {
        try with(advertising: "no-such-container:PORT", map: map) { admin, broker async throws in
            #expect(try await admin.send(question("k"), to: broker).value == "k")
        }
    }

    @Test func `a name server is never mapped`() throws {
        try with(advertising: "127.0.0.1:PORT", map: "127.0.0.1=127.0.0.1:1") { admin, broker async throws in
            _ = try await admin.clusterInfo()
            let error = await failure { _ = try await admin.send(question("k"), to: broker) }
            let text = "\(String(describing: error))"
            #expect((error as? ConnectError)?.reason == .refused)
            #expect(text.contains("tried as 127.0.0.1:1: connection refused") && text.contains("--addr-map"), "\(text)")
        }
    }

    @Test func `the VIP port is two below the advertised one`() throws {
        try with(advertising: "127.0.0.1:PORT", vip: true) { admin, broker async throws in
            #expect(try await admin.send(question("k"), to: broker).value == "k")
        }
    }

    @Test func `a broker without a VIP port is told of`() throws {
        try withPeers([]) { _, loop in
            var settings = Admin.Settings(nameServers: NameServerList([]))
            settings.usesVIPPort = true
            try await Admin.with(loop, settings) { admin in
                let error = await failure {
                    _ = try await admin.send(question("k"), to: PeerAddress(host: "127.0.0.1", port: 3))
                }
                #expect("\(String(describing: error))".contains("leave out --vip"))
            }
        }
    }

    @Test func `auto tries the advertised address first`() throws {
        try with(advertising: "127.0.0.1:PORT", map: "auto") { admin, broker async throws in
            #expect(try await admin.send(question("k"), to: broker).value == "k")
        }
    }

    @Test func `an error says who advertises the address, and what helps`() throws {
        try with(advertising: "no-such-container:PORT", timeout: .milliseconds(300)) { admin, broker async throws in
            let error = await failure { _ = try await admin.send(question("k"), to: broker) } as? ConnectError
            let server = try #require(admin.settings.nameServers.addresses.first)
            #expect(error?.advertiser == server && error?.attempts.map(\.destination) == [broker])
            let text = error?.description ?? ""
            #expect(text.hasPrefix("\(broker): ") && text.contains("name server \(server) advertises this address"))
            #expect(
                text.contains("--addr-map auto") && text.contains("--addr-map 'no-such-container=127.0.0.1'"), "\(text)"
            )
        }
    }

    @Test func `an error of auto names all that was tried`() throws {
        try withPeers([]) { _, loop in
            var settings = Admin.Settings(nameServers: try NameServerList(parsing: "127.0.0.1:1"), timeout: .seconds(1))
            settings.addressMap = try #require(AddressMap(parsing: "auto"))
            try await Admin.with(loop, settings) { admin in
                let error =
                    await failure {
                        _ = try await admin.send(question("k"), to: PeerAddress(host: "no-such-container", port: 2))
                    } as? ConnectError
                #expect(error?.attempts.map(\.destination.description) == ["no-such-container:2", "127.0.0.1:2"])
                #expect(error?.reason == .refused)
                #expect(error?.description.contains("tried as 127.0.0.1:2: connection refused") == true)
            }
        }
    }
}
