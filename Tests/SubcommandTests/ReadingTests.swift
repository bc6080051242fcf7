import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Subcommands
import Testing

@testable import Sandbox

@Suite struct ReadingTests {
    @Test func `topicRoute prints the name server's data, as Java does, as a table and as JSON`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let text = try await bench.run("topicRoute -t TopicTest").text
            #expect(text.hasPrefix("{\n") && text.contains("\"brokerName\":\"broker-a\""))
            let table = try await bench.run("topicRoute -t TopicTest -l").lines
            #expect(table.first?.hasPrefix("#ClusterName") == true)
            #expect(table.contains { $0.hasPrefix("DefaultCluster") && $0.contains("broker-b") })
            #expect(table.last?.hasPrefix("Total:") == true)
            let json = try await bench.run("topicRoute -t TopicTest --json").json()
            #expect(json["kind"]?.string == "topicRoute")
            #expect(json["queueDatas"]?.array?.map { $0["readQueueNums"]?.int } == [4, 4])
            #expect(json["brokerDatas"]?.array?.first?["brokerAddrs"]?["0"]?.string == bench.broker)
        }
    }

    @Test func `topicRoute of a topic that does not exist is refused with code 17`() throws {
        try Bench.with { bench async throws in
            #expect((await bench.failure("topicRoute -t Nope") as? BrokerError)?.code == .topicNotExist)
            #expect((await bench.failure("topicRoute -t 主题") as? BrokerError)?.code == .topicNotExist)
        }
    }

    @Test func `topicList lists the names, sorted, and with -c who uses them`() throws {
        try Bench.with(topics: "B:1,A:1") { bench async throws in
            let names = try await bench.run("topicList").lines.map(String.init)
            #expect(names == names.sorted() && names.contains("A") && names.contains("B"))
            let json = try await bench.run("topicList --json").json()
            #expect(json["items"]?.array?.compactMap { $0["topic"]?.string } == names)
            try await bench.commit("G1", 0, topic: "A")
            let uses = try await bench.run("topicList -c --json").json()["items"]?.array ?? []
            let use = try #require(uses.first { $0["topic"]?.string == "A" })
            #expect(use["cluster"]?.string == "DefaultCluster" && use["group"]?.string == "G1")
            let table = try await bench.run("topicList -c").lines
            #expect(table.contains { $0.hasPrefix("DefaultCluster        A ") && $0.contains(" G1") })
        }
    }

    @Test func `clusterList has a line for each broker, and totals with -m`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let lines = try await bench.run("clusterList").lines
            #expect(lines.count == 3 && lines[0].hasPrefix("#Cluster Name"))
            #expect(lines[1].contains(bench.broker) && lines[1].contains("V5_3_3"))
            _ = try await bench.run("sendMessage -t TopicTest -b broker-a -p x")
            let more = try await bench.run("clusterList -m").lines
            #expect(more.count == 3 && more[0].contains("#InTotalToday"))
            let items = try await bench.run("clusterList --json").json()["items"]?.array ?? []
            #expect(items.map { $0["brokerName"]?.string } == ["broker-a", "broker-b"])
            #expect(items.allSatisfy { $0["brokerId"]?.int == 0 && $0["cluster"]?.string == "DefaultCluster" })
        }
    }

    @Test func `clusterList of one cluster leaves the others out, and an unknown one is not found`() throws {
        try Bench.with(clusters: "C1") { bench async throws in
            #expect(try await bench.run("clusterList -c C1").lines.count == 2)
            #expect(await bench.failure("clusterList -c C2") is NotFoundError)
            #expect(await bench.failure("clusterList -i 0") is UsageError)
        }
    }

    @Test func `consumerProgress of a group has its queues and the sums`() throws {
        try Bench.with { bench async throws in
            for _ in 0..<5 { _ = try await bench.run("sendMessage -t TopicTest -b broker-a -i 1 -p x") }
            try await bench.commit("G1", 2, queue: 1)
            let outcome = try await bench.run("consumerProgress -g G1")
            #expect(outcome.lines[0].hasPrefix("#Topic"))
            #expect(outcome.lines.contains { $0.hasPrefix("TopicTest ") && $0.contains(" 5 ") && $0.contains(" 2 ") })
            #expect(outcome.lines.contains("Consume Diff Total: 3"))
            let json = try await bench.run("consumerProgress -g G1 -t TopicTest --json").json()
            let row = try #require(json["queues"]?.array?.first { $0["queueId"]?.int == 1 })
            #expect(row["brokerOffset"]?.int == 5 && row["consumerOffset"]?.int == 2 && row["diff"]?.int == 3)
            #expect(json["total"]?["diff"]?.int == 3)
        }
    }

    @Test func `consumerProgress of all groups has a line for each`() throws {
        try Bench.with { bench async throws in
            for group in ["G2", "G1"] { try await bench.commit(group, 0) }
            let items = try await bench.run("consumerProgress --json").json()["items"]?.array ?? []
            #expect(items.compactMap { $0["group"]?.string } == ["G1", "G2"])
            let lines = try await bench.run("consumerProgress").lines
            #expect(lines.count == 3 && lines[1].hasPrefix("G1 ") && lines[1].contains("OFFLINE"))
        }
    }

    @Test func `consumerProgress of a group that is not there is not found, and options need a group`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("consumerProgress -g Nope") is NotFoundError)
            #expect(await bench.failure("consumerProgress -t TopicTest") is UsageError)
            #expect(await bench.failure("consumerProgress -s true") is UsageError)
        }
    }

    @Test func `a format that has no place for a report still draws it`() throws {
        try Bench.with { bench async throws in
            for format in ["json", "jsonl", "yaml", "csv", "text"] {
                for line in ["topicRoute -t TopicTest", "clusterList", "topicList", "version", "help"] {
                    #expect(!(try await bench.run("\(line) --output \(format)")).text.isEmpty, "\(line) \(format)")
                }
            }
        }
    }

}
