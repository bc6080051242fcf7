import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct UpdateTopicPermTests {
    private func permissions(_ bench: Bench) async throws -> [Int] {
        try await bench.admin.route(of: "TopicTest").queueDatas.map(\.perm)
    }

    @Test func `updateTopicPerm of a cluster has a line for each master, as Java prints it`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let lines = try await bench.run("updateTopicPerm -t TopicTest -c DefaultCluster -p 4").lines
            #expect(
                lines
                    == bench.sandbox.brokers.map { "update topic perm from 6 to 4 in \($0.address) success." })
            #expect(try await permissions(bench) == [4, 4])
        }
    }

    @Test func `updateTopicPerm of one broker shows the topic, and says when it is so already`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let line = "updateTopicPerm -t TopicTest -b \(bench.broker) -p 2"
            #expect(
                try await bench.run(line).lines == [
                    "update topic perm from 6 to 2 in \(bench.broker) success.",
                    "TopicConfig [topicName=TopicTest, readQueueNums=4, writeQueueNums=4, perm=-W-, "
                        + "topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false, attributes={}].",
                ])
            #expect(try await bench.run(line).lines == ["new perm equals to the old one!"])
            #expect(try await permissions(bench) == [2, 6])
        }
    }

    @Test func `updateTopicPerm as JSON has the permission before and after`() throws {
        try Bench.with { bench async throws in
            let json = try await bench.run("updateTopicPerm -t TopicTest -c DefaultCluster -p 4 --json").json()
            let row = try #require(json["items"]?.array?.first)
            #expect(row["broker"]?.string == bench.broker && row["topic"]?.string == "TopicTest")
            #expect(row["oldPerm"]?.int == 6 && row["perm"]?.int == 4 && row["changed"]?.bool == true)
        }
    }

    @Test func `updateTopicPerm needs a topic that is there, on a broker that has it, and a permission`() throws {
        try Bench.with { bench async throws in
            let missing = await bench.failure("updateTopicPerm -t Nope -c DefaultCluster -p 4")
            #expect((missing as? BrokerError)?.code == .topicNotExist)
            #expect(await bench.failure("updateTopicPerm -t TopicTest -c Nope -p 4") is NotFoundError)
            #expect(await bench.failure("updateTopicPerm -t TopicTest -b 127.0.0.1:1 -p 4") is NotFoundError)
            #expect(await bench.failure("updateTopicPerm -t TopicTest -c DefaultCluster -p 8") is UsageError)
            #expect(try await permissions(bench) == [6])
        }
    }
}
