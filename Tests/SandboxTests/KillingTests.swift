import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct KillingTests {
    @Test func `a killed broker is gone at once, and comes back with what it had`() throws {
        var options = SandboxOptions()
        options.masters = 2
        try withSandbox(options) { sandbox, admin in
            let address = sandbox.address(1)
            let sent = try await admin.send(TestMessage(topic: "T", text: "x").request, to: address)
            let wire = try await Wire.connect(to: address, on: sandbox.loop)
            try await sandbox.kill("broker-b")
            #expect(await wire.closes())
            #expect(try await admin.clusterInfo().brokerAddrTable.keys.sorted() == ["broker-a"])
            await #expect(throws: (any Error).self) {
                _ = try await admin.send(GetBrokerRuntimeInfo(), to: address, within: .seconds(1))
            }
            try await sandbox.start("broker-b")
            let data = try #require(try await admin.clusterInfo().brokerAddrTable["broker-b"])
            let back = try #require(PeerAddress(data.brokerAddrs[0] ?? ""))
            let offset = try #require(MessageID(sent.header.msgId)).offset
            let stored = try await admin.send(ViewMessageByID(topic: nil, offset: offset), to: back)
            #expect(stored.messages[0].uniqueKey == "U1")
        }
    }

    @Test func `a slave goes on when its master is killed, and follows it again`() throws {
        var options = SandboxOptions()
        options.slavesPerMaster = 1
        try withSandbox(options) { sandbox, admin in
            try await sandbox.kill("broker-a")
            let ids = try await admin.clusterInfo().brokerAddrTable["broker-a"]?.brokerAddrs.keys.sorted()
            #expect(ids == [1])
            let status = try await admin.send(GetBrokerHAStatus(), to: sandbox.address(1))
            #expect(status.haClientRuntimeInfo?.masterAddr == nil)
            #expect(try await sandbox.sendCode(on: sandbox.address(1)) == 2)
            try await sandbox.start("broker-a")
            let master = try #require(await sandbox.currentAddress("broker-a", 0))
            _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: master)
            #expect(
                try await sandbox.eventually {
                    try await admin.send(GetMaxOffset(topic: "T", queueId: 0), to: sandbox.address(1)).offset == 1
                })
        }
    }

    @Test func `what cannot be killed or started is named, and what could`() throws {
        var options = SandboxOptions()
        options.controllers = 1
        try withSandbox(options) { sandbox, _ in
            for (name, others) in [("broker-x", "broker-a:0, n0"), ("broker-a:7", "broker-a"), ("n1", "n0")] {
                await #expect { try await sandbox.kill(name) } throws: { "\($0)".contains(others) }
            }
            await #expect { try await sandbox.start("broker-a") } throws: { "\($0)".hasSuffix("is stopped, but none") }
            try await sandbox.kill("broker-a")
            await #expect { try await sandbox.kill("broker-a") } throws: { "\($0)".hasSuffix("runs, but n0") }
        }
    }
}

extension Sandbox {
    /// Where the broker of a name and id listens now.
    func currentAddress(_ name: String, _ id: Int) -> PeerAddress? {
        places.first { $0.isRunning && $0.server.name == name && $0.server.id == id }
            .flatMap { PeerAddress($0.server.address) }
    }

    /// The messages of the first queue of T, as far as a broker has them.
    func texts(_ address: PeerAddress) -> [String] {
        guard let broker = places.first(where: { $0.server.address == address.description })?.server else { return [] }
        let messages = broker.store.pull(QueueKey(topic: "T", queue: 0), from: 0, limit: 32, TagFilter("*")).messages
        return ((try? MessageReader.messages(in: messages)) ?? []).map { String(decoding: $0.body, as: UTF8.self) }
    }
}
