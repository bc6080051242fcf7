import AdminClient
import AdminProtocol
import Synchronization
import Testing

@testable import Sandbox

@Suite struct RestartTests {
    /// Runs a sandbox on `data`, at a time of its own.
    private func run(
        _ data: TemporaryData, at time: Int = 1_700_000_000_000,
        _ body: @escaping @Sendable (Sandbox, Admin) async throws -> Void
    ) throws {
        var options = SandboxOptions()
        options.storage = data.options()
        options.clock = WallClock { time }
        try withSandbox(options, body)
    }

    @Test func `topics, groups, offsets and properties outlive a restart`() throws {
        let data = TemporaryData()
        try run(data) { sandbox, admin in
            let broker = sandbox.address()
            _ = try await admin.send(TestMessage(topic: "T", text: "first").request, to: broker)
            _ = try await admin.send(
                UpdateAndCreateSubscriptionGroup(config: SubscriptionGroupConfig("G")), to: broker)
            _ = try await admin.send(
                UpdateConsumerOffset(consumerGroup: "G", topic: "T", queueId: 0, commitOffset: 1), to: broker)
            _ = try await admin.send(UpdateBrokerConfig(key: "traceOn", value: "false"), to: broker)
            _ = try await admin.send(PutKVConfig(namespace: "N", key: "k", value: "v"), to: sandbox.names)
        }
        try run(data) { sandbox, admin in
            let broker = sandbox.address()
            let sent = try await admin.send(TestMessage(topic: "T", text: "second").request, to: broker)
            #expect(sent.header.queueOffset == 1)
            let offset = QueryConsumerOffset(consumerGroup: "G", topic: "T", queueId: 0)
            #expect(try await admin.send(offset, to: broker).offset == 1)
            let groups = try await admin.send(GetAllSubscriptionGroupConfig(), to: broker)
            #expect(groups.subscriptionGroupTable.contains { $0.key == "G" })
            #expect(try await admin.send(GetBrokerConfig(), to: broker).contains("traceOn=false\n"))
            let value = try await admin.send(GetKVConfig(namespace: "N", key: "k"), to: sandbox.names)
            #expect(value.value == "v")
        }
        #expect(data.notices == [])
    }

    @Test func `messages that wait arrive after a restart, once`() throws {
        let data = TemporaryData()
        let start = 1_700_000_000_000
        try run(data, at: start) { sandbox, admin in
            var message = TestMessage(topic: "T", text: "by level")
            message.properties.append(("DELAY", "1"))
            _ = try await admin.send(message.request, to: sandbox.address())
            message.properties = [("UNIQ_KEY", "U2"), ("TIMER_DELIVER_MS", "\(start + 5_000)")]
            _ = try await admin.send(message.request, to: sandbox.address())
        }
        for restart in 1...2 {
            try run(data, at: start + restart * 60_000) { sandbox, admin in
                var message = TestMessage(topic: "T", text: "now")
                message.properties = [("UNIQ_KEY", "N\(restart)")]
                _ = try await admin.send(message.request, to: sandbox.address())
                let end = GetMaxOffset(topic: "T", queueId: 0)
                let count = restart + 2
                let arrived = try await sandbox.eventually {
                    try await admin.send(end, to: sandbox.address()).offset >= count
                }
                #expect(arrived)
                #expect(try await admin.send(end, to: sandbox.address()).offset == count)
            }
        }
    }
}

extension Sandbox {
    /// The address of the name server.
    fileprivate nonisolated var names: PeerAddress {
        PeerAddress(nameServerAddress) ?? PeerAddress(host: "", port: 0)
    }
}
