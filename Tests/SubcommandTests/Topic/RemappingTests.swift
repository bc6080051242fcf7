import AdminClient
import AdminProtocol
import CommandKit
import Foundation
import LooseJSON
import Sandbox
import Testing

@testable import Subcommands

@Suite struct RemappingTests {
    /// Lends a sandbox of two masters with a static topic of two queues, which broker-a leads.
    private func with(_ topic: String, _ body: @escaping @Sendable (Bench) async throws -> Void) throws {
        defer { removeMappingFiles(of: topic) }
        try Bench.with(masters: 2) { bench async throws in
            _ = try await bench.run("updateStaticTopic -t \(topic) -qn 2 -b broker-a")
            try await body(bench)
        }
    }

    private func mapping(of topic: String, _ bench: Bench, broker: Int) async throws -> TopicQueueMapping {
        let address = try #require(PeerAddress(bench.sandbox.brokers[broker].address))
        return try #require(try await bench.admin.topicConfig(of: topic, on: address)?.mappingDetail)
    }

    @Test func `remappingStaticTopic moves the queues, and says where the mappings are`() throws {
        try with("StaticMove") { bench async throws in
            _ = try await bench.run("sendMessage -t StaticMove -b broker-a -i 0 -p x")
            let lines = try await bench.run("remappingStaticTopic -t StaticMove -b broker-b").lines
            #expect(lines.count == 2)
            #expect(lines.allSatisfy { $0.hasPrefix("The old mapping data is written to file /tmp/StaticMove-") })
            for broker in 0...1 {
                let queues = try await mapping(of: "StaticMove", bench, broker: broker).hostedQueues
                #expect(queues.count == 2 && queues.values.allSatisfy { $0.map(\.bname) == ["broker-a", "broker-b"] })
                #expect(queues.values.allSatisfy { broker == 0 || $0.last?.logicOffset == 10_000 })
            }
        }
    }

    @Test func `remappingStaticTopic as JSON has the new leaders, and a dry run moves nothing`() throws {
        try with("StaticPlan") { bench async throws in
            let plan = await bench.failure("remappingStaticTopic -t StaticPlan -b broker-b --dry-run") as? Plan
            #expect(plan?.summary == "move 2 queues of static topic StaticPlan")
            #expect(plan?.steps == ["from broker broker-a", "to broker broker-b"])
            let json = try await bench.run("remappingStaticTopic -t StaticPlan -c DefaultCluster --json").json()
            #expect(Set(json["queues"]?.array?.compactMap { $0["leader"]?.string } ?? []) == ["broker-a", "broker-b"])
            #expect(json["files"]?.array?.count == 2)
        }
    }

    @Test func `remappingStaticTopic needs a static topic, and brokers that are known`() throws {
        try with("StaticNone") { bench async throws in
            #expect(await bench.failure("remappingStaticTopic -t Nope -b broker-b") is NotFoundError)
            #expect(await bench.failure("remappingStaticTopic -t TopicTest -b broker-b") is StaticTopicError)
            #expect(await bench.failure("remappingStaticTopic -t StaticNone -b broker-z") is NotFoundError)
            #expect(await bench.failure("remappingStaticTopic -t StaticNone") is UsageError)
        }
    }

    @Test func `a move that stops half-way names its files, and goes on with them`() throws {
        try with("StaticHalf") { bench async throws in
            // The old leader hears of another change between the plan and the move, and refuses the move.
            var interrupted = bench
            interrupted.confirm = { _ in
                let address = try #require(PeerAddress(bench.broker))
                var config = try #require(try await bench.admin.topicConfig(of: "StaticHalf", on: address))
                var mapping = try #require(config.mappingDetail)
                mapping.epoch += 1_000_000
                config.mappingDetail = nil
                _ = try await bench.admin.send(
                    UpdateAndCreateStaticTopic(config, mapping, force: false), to: address)
                return true
            }
            let error = await interrupted.failure("remappingStaticTopic -t StaticHalf -b broker-b")
            let text = try #require(error as? StaticTopicError).description
            #expect(text.hasPrefix("stopped while stopping old leaders: \(bench.broker): Can't accept data with small"))
            let files = text.split(separator: " ").filter { $0.hasPrefix("/tmp/StaticHalf-") }.map(String.init)
            #expect(files.count == 2 && files[0].hasSuffix(".before") && files[1].hasSuffix(".after"), "\(text)")
            #expect(try await mapping(of: "StaticHalf", bench, broker: 1).hostedQueues[0]?.last?.logicOffset == -1)
            #expect(try await mapping(of: "StaticHalf", bench, broker: 0).hostedQueues[0]?.count == 1)

            let after = try #require(files.last)
            #expect(await bench.failure("remappingStaticTopic -t StaticHalf -mf \(after)") is StaticTopicError)
            let moved = try await bench.run("remappingStaticTopic -t StaticHalf -mf \(after) -fr true --json").json()
            #expect(moved["queues"]?.array?.map { $0["leader"]?.string } == ["broker-b", "broker-b"])
            #expect(try await mapping(of: "StaticHalf", bench, broker: 1).hostedQueues[0]?.last?.logicOffset == 10_000)
            #expect(try await mapping(of: "StaticHalf", bench, broker: 0).hostedQueues[0]?.count == 2)
        }
    }
}
