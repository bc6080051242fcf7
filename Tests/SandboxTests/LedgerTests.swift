import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct LedgerTests {
    private func three(delay: Duration = .zero) -> SandboxOptions {
        var options = SandboxOptions()
        (options.dledger, options.clusterName, options.replicationDelay) = (3, "RaftCluster", delay)
        return options
    }

    private func ids(_ admin: Admin) async throws -> [Int] {
        try await admin.clusterInfo().brokerAddrTable["RaftNode00"]?.brokerAddrs.keys.sorted() ?? []
    }

    private func send(_ text: String, to sandbox: Sandbox, _ admin: Admin) async throws {
        let leader = try #require(await sandbox.currentAddress("RaftNode00", 0))
        _ = try await admin.send(TestMessage(topic: "T", text: text).request, to: leader)
    }

    @Test func `the leader has the id 0, and the others those of their numbers`() throws {
        try withSandbox(three()) { sandbox, admin in
            let info = try await admin.clusterInfo()
            #expect(info.clusterAddrTable == ["RaftCluster": ["RaftNode00"]])
            let addresses = sandbox.brokers.map(\.address)
            #expect(
                info.brokerAddrTable["RaftNode00"]?.brokerAddrs == [0: addresses[0], 2: addresses[1], 3: addresses[2]])
            let text = try await admin.send(GetBrokerConfig(), to: sandbox.address())
            #expect(text.contains("enableDLegerCommitLog=true\n") && text.contains("brokerRole=SYNC_MASTER\n"))
        }
    }

    @Test func `another leader is elected, and every message that was acknowledged is there`() throws {
        try withSandbox(three()) { sandbox, admin in
            try await send("a", to: sandbox, admin)
            try await sandbox.kill("RaftNode00")
            #expect(try await sandbox.eventually { try await ids(admin) == [0, 3] })
            try await send("b", to: sandbox, admin)
            try await sandbox.start("RaftNode00")
            #expect(try await sandbox.eventually { try await ids(admin) == [0, 1, 3] })
            for id in [0, 1, 3] {
                let address = try #require(await sandbox.currentAddress("RaftNode00", id))
                #expect(try await sandbox.eventually { await sandbox.texts(address) == ["a", "b"] })
            }
        }
    }

    @Test func `without a majority there is no leader and nothing is taken`() throws {
        try withSandbox(three()) { sandbox, admin in
            try await sandbox.kill("RaftNode00")
            try await sandbox.kill("RaftNode00")
            #expect(try await sandbox.eventually { try await ids(admin) == [3] })
            #expect(try await sandbox.sendCode(on: sandbox.address(2)) != 0)
            await #expect(throws: (any Error).self) { try await sandbox.kill("RaftNode00") }
            try await sandbox.start("RaftNode00:0")
            #expect(try await sandbox.eventually { try await ids(admin).contains(0) })
            try await send("a", to: sandbox, admin)
        }
    }

    @Test func `what only a former leader had is cut off when it comes back`() throws {
        try withSandbox(three(delay: .seconds(3600))) { sandbox, admin in
            let quick = UpdateBrokerConfig(key: "slaveTimeout", value: "20")
            _ = try await admin.send(quick, to: sandbox.address())
            let refusal = try await admin.refusal(of: TestMessage(topic: "T", text: "x").request, by: sandbox.address())
            #expect(refusal?.remark == "[PC_SYNCHRONIZED]broker busy, start flow control for a while")
            #expect(await sandbox.texts(sandbox.address()) == ["x"])
            try await sandbox.kill("RaftNode00")
            try await sandbox.start("RaftNode00")
            let old = try #require(await sandbox.currentAddress("RaftNode00", 1))
            #expect(try await sandbox.eventually { await sandbox.texts(old).isEmpty })
        }
    }
}
