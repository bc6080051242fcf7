import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Subcommands
import Testing

@testable import Sandbox

@Suite struct WaitTests {
    @Test(arguments: [
        ("", ["name server: answers"]), ("--brokers 2", ["brokers: 2 of 2 registered brokers answer, 2 wanted"]),
        (
            "--cluster DefaultCluster --topic TopicTest",
            ["cluster 'DefaultCluster': 2 of 2 registered brokers answer, 1 wanted", "topic 'TopicTest': has a route"]
        ),
    ]) func `what holds already ends the wait`(_ options: String, _ lines: [String]) throws {
        try Bench.with(masters: 2) { bench async throws in
            #expect(try await bench.run("wait \(options)").lines.map(String.init) == lines)
        }
    }

    @Test(arguments: [
        ("--brokers 2", "1 of 1 registered brokers answer, 2 wanted"), ("--cluster Nope", "no cluster 'Nope'"),
        ("--topic Nope", "topic 'Nope'"), ("--topic TopicTest --group Nope", "group 'Nope'"),
        ("--group Nope --lag-below 5", "group 'Nope'"),
    ]) func `what does not come to hold is a time-out that says what`(_ options: String, _ words: String) throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("wait \(options) --timeout 300ms --interval 50ms")
            #expect(error.map { ExitStatus($0) } == .timedOut, "\(String(describing: error))")
            let text = "\(String(describing: error))"
            #expect(text.contains("not so within 300ms: ") && text.contains(words), "\(text)")
            #expect(!text.contains("\n"))
        }
    }

    @Test func `a topic that comes later ends the wait`() throws {
        try Bench.with { bench async throws in
            async let waiting = bench.run("wait --topic Late --timeout 10s --interval 20ms --json")
            _ = try await bench.run("wait --topic TopicTest")
            _ = try await bench.run("updateTopic -t Late")
            let items = try await waiting.json()["items"]?.array
            #expect(items?.count == 1 && items?[0]["condition"] == "topic 'Late'")
        }
    }

    @Test func `a group's lag is waited for until its messages are consumed`() throws {
        try Bench.with(topics: "T:1") { bench async throws in
            for _ in 0..<3 { _ = try await bench.run("sendMessage -t T -p x") }
            try await commit(bench, "G", "T", 1)
            let line = "wait --topic T --group G --interval 20ms --lag-below"
            let early = await bench.failure("\(line) 1 --timeout 200ms")
            #expect("\(String(describing: early))".contains("the lag is 2, 1 wanted"))
            #expect(try await bench.run("\(line) 2").lines.last == "group 'G': the lag is 2, 2 wanted")
            async let waiting = bench.run("\(line) 0 --timeout 10s")
            try await commit(bench, "G", "T", 3)
            #expect(try await waiting.lines.last == "group 'G': the lag is 0, 0 wanted")
            let absent = await bench.failure("wait --group G --timeout 200ms --interval 50ms")
            #expect("\(String(describing: absent))".contains("no client is connected"))
        }
    }

    @Test(arguments: ["--lag-below 0", "--brokers 0", "--group G --lag-below -1"])
    func `conditions that make no sense are usage errors`(_ options: String) throws {
        try Bench.with { bench async throws in #expect(await bench.failure("wait \(options)") is UsageError) }
    }

    /// Makes a group known, which has consumed so far.
    private func commit(_ bench: Bench, _ group: String, _ topic: String, _ offset: Int) async throws {
        let broker = try #require(PeerAddress(bench.broker))
        let heartbeat = """
            {"clientID":"c","consumerDataSet":[{"consumeFromWhere":0,"consumeType":1,"groupName":"\(group)",\
            "messageModel":1,"subscriptionDataSet":[]}],"producerDataSet":[]}
            """
        let data = try HeartbeatData(body: Array(heartbeat.utf8))
        _ = try await bench.admin.send(HeartBeat(data: data), to: broker)
        _ = try await bench.admin.send(UnregisterClient(clientID: "c", consumerGroup: group), to: broker)
        _ = try await bench.admin.send(
            UpdateConsumerOffset(consumerGroup: group, topic: topic, queueId: 0, commitOffset: offset), to: broker)
    }
}
