import AdminClient
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct BrokerConsumeStatsTests {
    /// Five messages in queue 1, of which G1 has three; G2 has consumed nothing of queue 0.
    private func consume(_ bench: Bench) async throws {
        for _ in 0..<5 { _ = try await bench.run("sendMessage -t TopicTest -b broker-a -i 1 -p x") }
        try await bench.commit(3, of: "G1", queue: 1)
        try await bench.commit(0, of: "G2")
    }

    @Test func `brokerConsumeStats has a row for each queue that a group consumed from, and the sum of all`() throws {
        try Bench.with { bench async throws in
            try await consume(bench)
            let lines = try await bench.run("brokerConsumeStats -b \(bench.broker)").lines.map(String.init)
            #expect(lines.count == 4, "\(lines)")
            #expect(lines[0].hasPrefix("#Topic  ") && lines[0].hasSuffix("#LastTime"))
            let cells = lines[1].split(separator: " ").prefix(7).map(String.init)
            #expect(cells == ["TopicTest", "G1", "broker-a", "1", "5", "3", "2"])
            // G1 has two to come, G2 the five of the queue that it never read.
            #expect(lines[2...] == ["", "Diff Total: 7"])
        }
    }

    @Test func `brokerConsumeStats as JSON has the queues that were not consumed from too`() throws {
        try Bench.with { bench async throws in
            try await consume(bench)
            let json = try await bench.run("brokerConsumeStats -b \(bench.broker) --json").json()
            let row = try #require(json["queues"]?.array?.first)
            #expect(json["queues"]?.array?.count == 1)
            #expect(row["group"]?.string == "G1" && row["queueId"]?.int == 1 && row["diff"]?.int == 2)
            #expect(try #require(row["lastTimestamp"]?.int) > 0)
            let groups = json["unconsumed"]?.array?.compactMap { $0["group"]?.string } ?? []
            #expect(groups.filter { $0 == "G1" }.count == 3 && groups.filter { $0 == "G2" }.count == 4)
            #expect(json["total"]?["diff"]?.int == 7)
        }
    }

    @Test func `brokerConsumeStats leaves out small lags with -l and unordered topics with -o`() throws {
        try Bench.with { bench async throws in
            try await consume(bench)
            #expect(try await bench.run("brokerConsumeStats -b \(bench.broker) -l 2").lines.count == 4)
            #expect(try await bench.run("brokerConsumeStats -b \(bench.broker) -l 3").lines.count == 3)
            #expect(try await bench.run("brokerConsumeStats -b \(bench.broker) -o true").lines.last == "Diff Total: 0")
            _ = try await bench.run("updateTopic -t TopicTest -o true")
            #expect(try await bench.run("brokerConsumeStats -b \(bench.broker) -o true").lines.last == "Diff Total: 7")
        }
    }

    @Test func `brokerConsumeStats needs a broker that is there, and time`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("brokerConsumeStats") is UsageError)
            #expect(await bench.failure("brokerConsumeStats -b 127.0.0.1:1") is ConnectError)
            #expect(await bench.failure("brokerConsumeStats -b \(bench.broker) -t 0") is UsageError)
        }
    }
}
