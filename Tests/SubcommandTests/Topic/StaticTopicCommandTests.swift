import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Testing

@testable import Subcommands

@Suite struct StaticTopicCommandTests {
    /// Lends a sandbox of two masters, and removes the mapping files of a topic when it is done.
    private func with(_ topic: String, _ body: @escaping @Sendable (Bench) async throws -> Void) throws {
        defer { removeMappingFiles(of: topic) }
        try Bench.with(masters: 2, body)
    }

    private func leaders(_ outcome: Outcome) throws -> [String] {
        try outcome.json()["queues"]?.array?.compactMap { $0["leader"]?.string } ?? []
    }

    @Test func `updateStaticTopic says where the mappings are, and the queues are on every broker`() throws {
        try with("StaticNew") { bench async throws in
            let lines = try await bench.run("updateStaticTopic -t StaticNew -qn 4 -c DefaultCluster").lines
            #expect(lines.count == 2)
            #expect(lines[0].hasPrefix("The old mapping data is written to file /tmp/StaticNew-"))
            #expect(lines[0].hasSuffix(".before"))
            #expect(lines[1].hasPrefix("The new mapping data is written to file /tmp/StaticNew-"))
            #expect(lines[1].hasSuffix(".after"))
            let route = try await bench.admin.route(of: "StaticNew")
            #expect(route.queueDatas.map(\.writeQueueNums) == [2, 2] && route.isStatic)
            let mapped = (route.topicQueueMappingByBroker ?? [:]).values.flatMap { ($0.currIdMap ?? [:]).keys }
            #expect(mapped.sorted() == [0, 1, 2, 3])
        }
    }

    @Test func `updateStaticTopic as JSON has the leader of each queue, and adds queues later`() throws {
        try with("StaticGrow") { bench async throws in
            let made = try await bench.run("updateStaticTopic -t StaticGrow -qn 2 -b broker-a --json")
            #expect(try leaders(made) == ["broker-a", "broker-a"])
            let grown = try await bench.run("updateStaticTopic -t StaticGrow -qn 4 -b broker-b --json")
            #expect(try leaders(grown) == ["broker-a", "broker-a", "broker-b", "broker-b"])
            let epochs = try [made, grown].map { try #require(try $0.json()["epoch"]?.int) }
            #expect(epochs[0] < epochs[1])
        }
    }

    @Test func `updateStaticTopic sends the mapping of a file again`() throws {
        try with("StaticFile") { bench async throws in
            let made = try await bench.run("updateStaticTopic -t StaticFile -qn 2 -b broker-a --json")
            let file = try #require(try made.json()["files"]?.array?.last?.string)
            let again = try await bench.run("updateStaticTopic -t StaticFile --json -mf \(file)")
            #expect(try leaders(again) == ["broker-a", "broker-a"])
            #expect(await bench.failure("updateStaticTopic -t Other -mf \(file)") is UsageError)
        }
    }

    @Test func `updateStaticTopic refuses fewer queues, ordinary topics and brokers that nobody knows`() throws {
        try with("StaticBad") { bench async throws in
            _ = try await bench.run("updateStaticTopic -t StaticBad -qn 2 -b broker-a")
            #expect(await bench.failure("updateStaticTopic -t StaticBad -qn 2 -b broker-a") is StaticTopicError)
            #expect(await bench.failure("updateStaticTopic -t TopicTest -qn 8 -b broker-a") is StaticTopicError)
            #expect(await bench.failure("updateStaticTopic -t StaticBad -qn 4 -b broker-z") is NotFoundError)
            #expect(await bench.failure("updateStaticTopic -t StaticBad -b broker-a") is UsageError)
        }
    }

    @Test func `topicStatus of a static topic has its logical queues before the physical ones`() throws {
        try with("StaticStatus") { bench async throws in
            _ = try await bench.run("updateStaticTopic -t StaticStatus -qn 2 -b broker-a")
            _ = try await bench.run("sendMessage -t StaticStatus -b broker-a -i 1 -p x")
            let rows = try await bench.run("topicStatus -t StaticStatus").lines.dropFirst()
                .map { $0.split(separator: " ").prefix(4).map(String.init) }.filter { $0.count == 4 }
            let ends = [["0", "0", "0"], ["1", "0", "1"]]
            #expect(Array(rows.prefix(4)) == ends.map { ["__syslo__global__"] + $0 } + ends.map { ["broker-a"] + $0 })
        }
    }

    @Test func `a message goes to the broker that leads its queue, and to no other`() throws {
        try with("StaticSend") { bench async throws in
            _ = try await bench.run("updateStaticTopic -t StaticSend -qn 2 -b broker-a")
            _ = try await bench.run("remappingStaticTopic -t StaticSend -b broker-b")
            let old = try #require(PeerAddress(bench.broker))
            var properties = MessageProperties()
            properties["UNIQ_KEY"] = "K"
            let message = SendMessage(
                producerGroup: "P", topic: "StaticSend", queueId: 0, brokerName: "broker-a", bornTimestamp: 1,
                properties: properties, body: [1])
            let error = await #expect(throws: BrokerError.self) { try await bench.admin.send(message, to: old) }
            #expect(error?.code.rawValue == 501)
            let new = try #require(PeerAddress(bench.sandbox.brokers[1].address))
            let sent = try await bench.admin.send(message, to: new)
            #expect(sent.header.queueId == 0 && sent.header.queueOffset == 10_000)
        }
    }
}
