import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@testable import Sandbox

@Suite struct QueueCommandTests {
    private func send(_ count: Int, _ bench: Bench) async throws {
        for _ in 0..<count { _ = try await bench.run("sendMessage -t TopicTest -c TagA -b broker-a -i 2 -p x") }
    }

    @Test func `queryCq prints the queue's ends and each entry, as Java does`() throws {
        try Bench.with { bench async throws in
            try await send(3, bench)
            let lines = try await bench.run("queryCq -t TopicTest -q 2 -i 1").lines.map(String.init)
            let rule = String(repeating: "=", count: 38)
            #expect(lines[...2] == ["Queue data: ", "max: 3, min: 0", rule])
            #expect(lines.count == 9 && lines[3] == "idx: 1" && lines[6] == "idx: 2" && lines[8] == rule)
            #expect(lines[4].hasPrefix("ConsumeQueueData{physicOffset="))
            #expect(
                lines[4].hasSuffix(
                    "tagsCode=2598919, extendDataJson='null', bitMap='null', eval=false, msg='null'}"))
        }
    }

    @Test func `queryCq as JSON has where each message is stored`() throws {
        try Bench.with(masters: 2) { bench async throws in
            try await send(3, bench)
            let json = try await bench.run("queryCq -t TopicTest -q 2 -i 0 -c 2 -b \(bench.broker) --json").json()
            #expect(json["queue"]?["maxQueueIndex"]?.int == 3 && json["queue"]?["minQueueIndex"]?.int == 0)
            let entries = try #require(json["entries"]?.array)
            #expect(entries.map { $0["index"]?.int } == [0, 1])
            let size = try #require(entries[0]["physicSize"]?.int)
            #expect(size > 100 && entries[0]["physicOffset"]?.int == 0 && entries[1]["physicOffset"]?.int == size)
        }
    }

    @Test func `queryCq -g shows what the group subscribes to, or that it is not online`() throws {
        try Bench.with { bench async throws in
            try await send(1, bench)
            let offline = try await bench.run("queryCq -t TopicTest -q 2 -i 0 -g G").lines
            #expect(offline[...1] == ["Filter data: ", "G@TopicTest is not online!"])
            let heartbeat = """
                {"clientID":"c","consumerDataSet":[{"consumeFromWhere":0,"consumeType":1,"groupName":"G",\
                "messageModel":1,"subscriptionDataSet":[{"topic":"TopicTest","subString":"*","subVersion":7,\
                "tagsSet":[],"codeSet":[],"expressionType":"TAG","classFilterMode":false}]}],"producerDataSet":[]}
                """
            let data = try HeartbeatData(body: Array(heartbeat.utf8))
            _ = try await bench.admin.send(HeartBeat(data: data), to: try #require(PeerAddress(bench.broker)))
            let json = try await bench.run("queryCq -t TopicTest -q 2 -i 0 -g G --json").json()
            #expect(json["queue"]?["subscriptionData"]?["subVersion"]?.int == 7)
            #expect(json["queue"]?["filterData"]?.string == "null")
        }
    }

    @Test func `queryCq of a queue, an index or a topic that is not there fails`() throws {
        try Bench.with { bench async throws in
            try await send(1, bench)
            #expect(await bench.failure("queryCq -t TopicTest -q 9 -i 0") is NotFoundError)
            #expect(await bench.failure("queryCq -t TopicTest -q 0 -i 0") is NotFoundError)
            #expect(await bench.failure("queryCq -t TopicTest -q 2 -i 1") is NotFoundError)
            #expect(await bench.failure("queryCq -t TopicTest -q 2 -i -1") is NotFoundError)
            #expect((await bench.failure("queryCq -t Nope -q 0 -i 0") as? BrokerError)?.code == .topicNotExist)
        }
    }

    @Test func `checkRocksdbCqWriteProgress has every master of a cluster begin`() throws {
        try Bench.with(masters: 2, slaves: 1) { bench async throws in
            let lines = try await bench.run("checkRocksdbCqWriteProgress -c DefaultCluster").lines
            #expect(
                lines
                    == ["broker-a", "broker-b"].map {
                        "\($0) check doing, please wait and get the result from log... "
                    })
            let json = try await bench.run("checkRocksdbCqWriteProgress -c DefaultCluster -cf 1 --json").json()
            #expect(json["items"]?.array?.map { $0["brokerName"]?.string } == ["broker-a", "broker-b"])
            #expect(json["items"]?.array?.allSatisfy { $0["checkStatus"]?.int == 2 } == true)
        }
    }

    @Test func `checkRocksdbCqWriteProgress needs a cluster that is known, and a number for a time`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("checkRocksdbCqWriteProgress -c Nope") is NotFoundError)
            #expect(await bench.failure("checkRocksdbCqWriteProgress -c DefaultCluster -cf x") is UsageError)
        }
    }
}
