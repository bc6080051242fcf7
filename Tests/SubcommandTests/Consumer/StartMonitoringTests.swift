import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Testing

@Suite struct StartMonitoringTests {
    @Test func `rounds tell what waits for a group, and what its clients are stuck in`() throws {
        try Bench.with { bench async throws in
            for _ in 0..<3 { _ = try await bench.run("sendMessage -t TopicTest -b broker-a -i 2 -p x") }
            try await bench.commit("G", 1, queue: 2)
            var client = ConnectedClient()
            client.answers = { _ in ClientAnswers.body(ClientAnswers.runningInfo(cached: 1)) }
            try await client.connected(to: bench) {
                let outcome = try await bench.run("startMonitoring --interval 10ms") { text in
                    text.split(separator: "\n").filter { $0.hasSuffix("endRound") }.count == 2
                }
                let lines = outcome.lines
                #expect(lines.first == "[MONITOR] =========================================beginRound")
                #expect(lines.filter { $0.hasSuffix("beginRound") }.count == 2)
                let undone = "UndoneMsgs [consumerGroup=G, topic=TopicTest, undoneMsgsTotal=2, undoneMsgsSingleMQ=2,"
                #expect(lines.filter { $0.hasPrefix("[MONITOR] reportUndoneMsgs: " + undone) }.count == 2)
                #expect(lines.contains { $0.contains("ClientId: 10.0.0.1@4711, ") && $0.contains("maybe blocked") })
            }
        }
    }

    @Test func `JSON has an object for each event`() throws {
        try Bench.with { bench async throws in
            try await ConnectedClient().connected(to: bench) {
                let outcome = try await bench.run("startMonitoring --interval 10ms --json") { !$0.isEmpty }
                #expect(try outcome.items().first?["event"]?.string == "beginRound")
            }
        }
    }

    @Test func `a cluster that is down from the start, or no interval, is an error`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("startMonitoring --interval 0") is UsageError)
            let nowhere = Admin.Settings(nameServers: try NameServerList(parsing: "127.0.0.1:1"))
            try await Admin.with(bench.admin.loop, nowhere) { admin in
                let lost = Bench(sandbox: bench.sandbox, admin: admin)
                #expect(await lost.failure("startMonitoring") is ConnectError)
            }
        }
    }
}
