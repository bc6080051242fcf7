import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct ReplicationTests {
    private func options(_ mode: SandboxOptions.Replication, slaves: Int = 1, delay: Duration = .zero) -> SandboxOptions
    {
        var options = SandboxOptions()
        (options.replication, options.slavesPerMaster, options.replicationDelay) = (mode, slaves, delay)
        return options
    }

    private func end(_ admin: Admin, of sandbox: Sandbox, _ index: Int) async throws -> Int {
        try await admin.send(GetMaxOffset(topic: "T", queueId: 0), to: sandbox.address(index)).offset
    }

    private var pull: PullMessage {
        PullMessage(
            consumerGroup: "G", topic: "T", queueId: 0, queueOffset: 0, maxMsgNums: 32, sysFlag: .subscription,
            commitOffset: 0, suspendTimeoutMillis: 0, subscription: "*", subVersion: 0, expressionType: "TAG")
    }

    @Test func `a consumer that is far behind is sent to a slave that may be read`() throws {
        try withSandbox(options(.synchronous)) { sandbox, admin in
            for text in ["a", "b"] {
                _ = try await admin.send(TestMessage(topic: "T", text: text).request, to: sandbox.address())
            }
            var first = pull
            first.maxMsgNums = 1
            #expect(try await sandbox.suggestion(for: first) == "0")
            for (key, value) in [("slaveReadEnable", "true"), ("accessMessageInMemoryMaxRatio", "0")] {
                _ = try await admin.send(UpdateBrokerConfig(key: key, value: value), to: sandbox.address())
            }
            #expect(try await sandbox.suggestion(for: first) == "1")
            #expect(try await sandbox.suggestion(for: pull) == "0")
        }
    }

    @Test func `slaves have what their master has, in the same places`() throws {
        try withSandbox(options(.asynchronous, slaves: 2)) { sandbox, admin in
            for number in 0..<5 {
                _ = try await admin.send(TestMessage(topic: "T", text: "\(number)").request, to: sandbox.address())
            }
            for slave in 1...2 {
                #expect(try await sandbox.eventually { try await end(admin, of: sandbox, slave) == 5 })
                let readable = UpdateBrokerConfig(key: "slaveReadEnable", value: "true")
                #expect(try await admin.refusal(of: pull, by: sandbox.address(slave))?.code == .systemBusy)
                _ = try await admin.send(readable, to: sandbox.address(slave))
                let pulled = try await admin.send(pull, to: sandbox.address(slave))
                #expect(pulled == (try await admin.send(pull, to: sandbox.address())))
            }
        }
    }

    @Test func `a slave that is late shows what it has, and its master tells how much it lacks`() throws {
        try withSandbox(options(.asynchronous, delay: .seconds(3600))) { sandbox, admin in
            _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: sandbox.address())
            #expect(try await end(admin, of: sandbox, 0) == 1)
            #expect(try await end(admin, of: sandbox, 1) == 0)
            let status = try await admin.send(GetBrokerHAStatus(), to: sandbox.address())
            let slave = try #require(status.haConnectionInfo?.first)
            #expect(slave.slaveAckOffset == 0 && slave.diff == status.masterCommitLogMaxOffset && slave.diff > 0)
            #expect(slave.inSync)
        }
    }

    @Test func `a synchronous master answers when a slave has the message`() throws {
        try withSandbox(options(.synchronous, delay: .milliseconds(50))) { sandbox, admin in
            for number in 1...3 {
                _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: sandbox.address())
                #expect(try await end(admin, of: sandbox, 1) == number)
            }
            let configuration = try await admin.send(GetBrokerConfig(), to: sandbox.address())
            #expect(configuration.contains("brokerRole=SYNC_MASTER\n"))
            let slaves = try await admin.send(GetBrokerConfig(), to: sandbox.address(1))
            #expect(slaves.contains("brokerRole=SLAVE\n"))
        }
    }

    @Test func `a synchronous master says when no slave has the message, which is stored all the same`() throws {
        try withSandbox(options(.synchronous, delay: .seconds(3600))) { sandbox, admin in
            let quick = UpdateBrokerConfig(key: "slaveTimeout", value: "20")
            _ = try await admin.send(quick, to: sandbox.address())
            #expect(try await sandbox.sendCode(on: sandbox.address()) == 12)
            try await sandbox.kill("broker-a:1")
            #expect(try await sandbox.sendCode(on: sandbox.address()) == 11)
            #expect(try await end(admin, of: sandbox, 0) == 2)
            try await sandbox.start("broker-a:1")
            // A slave that starts takes what there is, and waits before it takes what is new.
            #expect(try await sandbox.eventually { try await end(admin, of: sandbox, 1) == 2 })
        }
    }

    @Test func `a deleted topic is gone from slaves, too`() throws {
        try withSandbox(options(.synchronous)) { sandbox, admin in
            _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: sandbox.address())
            _ = try await admin.send(DeleteTopicInBroker(topic: "T"), to: sandbox.address())
            #expect(try await end(admin, of: sandbox, 1) == 0)
            _ = try await admin.send(TestMessage(topic: "T", text: "y").request, to: sandbox.address())
            #expect(try await end(admin, of: sandbox, 1) == 1)
        }
    }
}

extension Sandbox {
    /// Where the master sends who pulls.
    nonisolated func suggestion(for pull: PullMessage) async throws -> String? {
        let wire = try await Wire.connect(to: address(), on: loop)
        try await wire.send(try pull.frame(opaque: 1))
        return try await wire.frame().fields["suggestWhichBrokerId"]
    }

    /// The code of the answer to a send.
    nonisolated func sendCode(on address: PeerAddress) async throws -> Int {
        let wire = try await Wire.connect(to: address, on: loop)
        try await wire.send(try TestMessage(topic: "T", text: "x").request.frame(opaque: 1))
        return try await wire.frame().code
    }
}
