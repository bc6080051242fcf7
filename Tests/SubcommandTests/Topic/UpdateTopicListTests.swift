import AdminClient
import AdminProtocol
import CommandKit
import Foundation
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct UpdateTopicListTests {
    /// Lends a sandbox of two masters and a file with `topics`.
    private func with(_ topics: String, _ body: @escaping @Sendable (Bench, String) async throws -> Void) throws {
        try Bench.with(masters: 2) { bench async throws in
            try await withTemporaryFolder { folder in
                let path = "\(folder)/topics.json"
                try Data(topics.utf8).write(to: URL(fileURLWithPath: path))
                try await body(bench, path)
            }
        }
    }

    private func queues(of topic: String, _ bench: Bench) async throws -> Int? {
        let address = try #require(PeerAddress(bench.broker))
        return try await bench.admin.topicConfig(of: topic, on: address)?.readQueueNums
    }

    @Test func `updateTopicList creates the topics of a file, and has a line for each master`() throws {
        let topics = """
            [{"topicName":"L1","readQueueNums":3,"writeQueueNums":2},
             {"topicName":"L2","attributes":{"+message.type":"FIFO"}}]
            """
        try with(topics) { bench, path async throws in
            let lines = try await bench.run("updateTopicList -c DefaultCluster -f \(path)").lines
            #expect(
                lines
                    == bench.sandbox.brokers.map {
                        "submit batch of topic config to \($0.address) success, please check the result later."
                    })
            let route = try await bench.admin.route(of: "L1").queueDatas
            #expect(route.map(\.readQueueNums) == [3, 3] && route.map(\.writeQueueNums) == [2, 2])
            let address = try #require(PeerAddress(bench.broker))
            let config = try await bench.admin.topicConfig(of: "L2", on: address)
            #expect(config?.attributes == ["message.type": "FIFO"] && config?.readQueueNums == 16)
        }
    }

    @Test func `updateTopicList as JSON has the topics of each broker`() throws {
        try with(#"[{"topicName":"L1"},{"topicName":"L2"}]"#) { bench, path async throws in
            let json = try await bench.run("updateTopicList -b \(bench.broker) --json -f \(path)").json()
            let items = json["items"]?.array ?? []
            #expect(items.map { $0["broker"]?.string } == [bench.broker])
            #expect(items[0]["topics"]?.array?.compactMap(\.string) == ["L1", "L2"])
        }
    }

    @Test func `a topic that is so already does not keep the others from being changed`() throws {
        try with(#"[{"topicName":"TopicTest","readQueueNums":4,"writeQueueNums":4},{"topicName":"L"}]"#) {
            bench, path async throws in
            for _ in 0...1 { _ = try await bench.run("updateTopicList -b \(bench.broker) -f \(path)") }
            #expect(try await queues(of: "L", bench) == 16)
            #expect(try await queues(of: "TopicTest", bench) == 4)
        }
    }

    @Test func `a name that no topic may have is refused for the whole list`() throws {
        try with(#"[{"topicName":"L"},{"topicName":"TBW102"}]"#) { bench, path async throws in
            let error = await bench.failure("updateTopicList -b \(bench.broker) -f \(path)") as? BrokerError
            #expect(error?.code == .invalidParameter)
            #expect(error?.remark == "The topic[TBW102] is conflict with system topic.")
            #expect(try await queues(of: "L", bench) == nil)
        }
    }

    @Test func `updateTopicList needs a cluster that is known, and a file with topics`() throws {
        try with("[]") { bench, path async throws in
            #expect(await bench.failure("updateTopicList -b \(bench.broker) -f \(path)") is UsageError)
            #expect(await bench.failure("updateTopicList -b \(bench.broker) -f /nowhere") is FileError)
        }
        try with(#"[{"topicName":"L"}]"#) { bench, path async throws in
            #expect(await bench.failure("updateTopicList -c Nope -f \(path)") is NotFoundError)
        }
    }
}
