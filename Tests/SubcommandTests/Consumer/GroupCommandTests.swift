import AdminClient
import AdminProtocol
import CommandKit
import Foundation
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct GroupCommandTests {
    @Test func `updateSubGroup creates a group, and then changes only what is given`() throws {
        try Bench.with { bench async throws in
            let lines = try await bench.run("updateSubGroup -g G -r 3").lines
            #expect(lines[0] == "create subscription group to \(bench.broker) success.")
            #expect(lines[1].hasPrefix("SubscriptionGroupConfig{groupName=G, consumeEnable=true,"))
            let outcome = try await bench.run("updateSubGroup -g G -s false --json -b \(bench.broker)")
            let row = try #require(try outcome.items().first)
            #expect(row["retryMaxTimes"]?.int == 3 && row["consumeEnable"]?.bool == false)
            #expect(outcome.notes.count == 1 && outcome.notes[0].contains("retryMaxTimes=3"))
            let reset = try await bench.run("updateSubGroup -g G --java-defaults --json -c DefaultCluster").items()
            #expect(reset.first?["retryMaxTimes"]?.int == 16)
        }
    }

    @Test func `attributes are set and dropped`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateSubGroup -g G --attributes +a=1,+b=2")
            _ = try await bench.run("updateSubGroup -g G --attributes=-a")
            let row = try #require(try await bench.run("getConsumerConfig -g G --json").items().first)
            #expect(row["attributes"]?["b"]?.string == "2" && row["attributes"]?["a"] == nil)
        }
    }

    @Test func `updateSubGroup of a cluster, a policy or attributes that are none fails`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("updateSubGroup -g G -c Nope") is NotFoundError)
            #expect(await bench.failure("updateSubGroup -g G -p {") is UsageError)
            #expect(await bench.failure("updateSubGroup -g G --attributes a=1") is UsageError)
        }
    }

    @Test func `getConsumerConfig has a block for each broker`() throws {
        try Bench.with(masters: 2) { bench async throws in
            _ = try await bench.run("updateSubGroup -g G -q 2")
            let lines = try await bench.run("getConsumerConfig -g G").lines
            let rule = String(repeating: "=", count: 29)
            #expect(
                lines.filter { $0.hasPrefix(rule) } == ["a", "b"].map { "\(rule)DefaultCluster:broker-\($0)\(rule)" })
            #expect(lines.filter { $0 == "retryQueueNums                          =  2" }.count == 2)
            let items = try await bench.run("getConsumerConfig -g G --json").items()
            #expect(items.map { $0["brokerName"]?.string } == ["broker-a", "broker-b"])
            #expect(await bench.failure("getConsumerConfig -g Nope") is NotFoundError)
        }
    }

    @Test func `updateSubGroupList creates the groups of a file`() throws {
        try Bench.with { bench async throws in
            try await withTemporaryFolder { folder in
                let file = "\(folder)/groups.json"
                try Data(#"[{"groupName":"L1","retryMaxTimes":3},{"groupName":"L2"}]"#.utf8)
                    .write(to: URL(fileURLWithPath: file))
                let text = try await bench.run("updateSubGroupList -c DefaultCluster -f \(file)").text
                #expect(
                    text == "submit batch of subscription group config to \(bench.broker) success, please check the "
                        + "result later.\n")
                let items = try await bench.run("updateSubGroupList -b \(bench.broker) --json -f \(file)").items()
                #expect(items.first?["groups"]?.array?.compactMap(\.string) == ["L1", "L2"])
                let row = try await bench.run("getConsumerConfig -g L1 --json").items().first
                #expect(row?["retryMaxTimes"]?.int == 3)
                #expect(await bench.failure("updateSubGroupList -c Nope -f \(file)") is NotFoundError)
                try Data("{}".utf8).write(to: URL(fileURLWithPath: file))
                #expect(await bench.failure("updateSubGroupList -c DefaultCluster -f \(file)") is UsageError)
            }
        }
    }

    @Test func `deleteSubGroup takes a group, its topics and its offsets away`() throws {
        try Bench.with { bench async throws in
            try await bench.commit("G", 1)
            let line =
                "delete subscription group [G] from broker [\(bench.broker)] in cluster [DefaultCluster] success."
            #expect(try await bench.run("deleteSubGroup -c DefaultCluster -g G -r true").lines == [line[...]])
            #expect(await bench.failure("consumerProgress -g G") is NotFoundError)
            #expect(await bench.failure("getConsumerConfig -g G") is NotFoundError)
            _ = try await bench.run("updateSubGroup -g G")
            let items = try await bench.run("deleteSubGroup -b \(bench.broker) -g G --json").items()
            #expect(items.map { $0["target"]?.string } == [bench.broker])
            #expect(await bench.failure("deleteSubGroup -c Nope -g G") is NotFoundError)
            #expect(await bench.failure("deleteSubGroup -g G -b \(bench.broker) --dry-run") is Plan)
        }
    }

    @Test func `setConsumeMode is told to every broker`() throws {
        try Bench.with(masters: 2) { bench async throws in
            _ = try await bench.run("updateSubGroup -g G")
            let lines = try await bench.run("setConsumeMode -t TopicTest -g G -m POP -q 4").lines
            #expect(
                lines == bench.sandbox.brokers.map { "set consume mode to \($0.address) success." }
                    + ["topic[TopicTest] group[G] consume mode[POP] popShareQueueNum[4]"])
            let items = try await bench.run("setConsumeMode -t TopicTest -g G -m PULL --json").items()
            #expect(items.count == 2 && items[0]["mode"]?.string == "PULL")
        }
    }

    @Test func `setConsumeMode is refused for topics that are not there or hold retries`() throws {
        try Bench.with { bench async throws in
            let missing = await bench.failure("setConsumeMode -t Nope -g G -m POP") as? BrokerError
            #expect(missing?.code == .topicNotExist && missing?.remark == "topic[Nope] not exist")
            let retry = await bench.failure("setConsumeMode -t %RETRY%G -g G -m POP") as? BrokerError
            #expect(retry?.code == .noPermission)
            #expect(await bench.failure("setConsumeMode -t TopicTest -g G -m PUSH") is UsageError)
        }
    }
}
