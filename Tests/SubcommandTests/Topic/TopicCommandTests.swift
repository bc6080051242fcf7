import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct TopicCommandTests {
    @Test func `topicStatus has a row for each queue, and how many messages come in`() throws {
        try Bench.with(topics: "TopicTest:2") { bench async throws in
            for _ in 0..<3 { _ = try await bench.run("sendMessage -t TopicTest -b broker-a -i 1 -p x") }
            let lines = try await bench.run("topicStatus -t TopicTest").lines.map(String.init)
            #expect(lines[0].hasPrefix("#Broker Name                      #QID  #Min Offset           #Max Offset "))
            #expect(lines[1].split(separator: " ") == ["broker-a", "0", "0", "0"])
            #expect(lines[2].split(separator: " ").prefix(4) == ["broker-a", "1", "0", "3"])
            #expect(lines[2].split(separator: " ").count == 6)
            #expect(lines[3...] == ["", "Topic Put TPS: 0.05"])
            let old = try await bench.run("topicStatus -t TopicTest --compat 4.9").lines
            #expect(old.count == 3)
        }
    }

    @Test func `topicStatus as JSON has the numbers of each queue`() throws {
        try Bench.with(masters: 2, topics: "TopicTest:1") { bench async throws in
            _ = try await bench.run("sendMessage -t TopicTest -b broker-b -i 0 -p x")
            let json = try await bench.run("topicStatus -t TopicTest --json").json()
            let queues = try #require(json["queues"]?.array)
            #expect(queues.map { $0["brokerName"]?.string } == ["broker-a", "broker-b"])
            #expect(queues.map { $0["maxOffset"]?.int } == [0, 1])
            #expect(queues[0]["lastUpdateTimestamp"]?.int == 0)
            #expect(try #require(queues[1]["lastUpdateTimestamp"]?.int) > 0)
            #expect(try #require(json["total"]?["putTps"]?.double) > 0.01)
        }
    }

    @Test func `topicStatus of a topic that is not there fails`() throws {
        try Bench.with { bench async throws in
            for options in ["", " -c DefaultCluster"] {
                let error = await bench.failure("topicStatus -t Nope" + options) as? BrokerError
                #expect(error?.code == .topicNotExist, "\(options)")
            }
        }
    }

    @Test func `topicClusterList names the clusters that have a topic`() throws {
        try Bench.with(clusters: "C1") { bench async throws in
            #expect(try await bench.run("topicClusterList -t TopicTest").text == "C1\n")
            let json = try await bench.run("topicClusterList -t TopicTest --json").json()
            #expect(json["items"]?.array?.map { $0["cluster"]?.string } == ["C1"])
            #expect((await bench.failure("topicClusterList -t Nope") as? BrokerError)?.code == .topicNotExist)
        }
    }

    @Test func `allocateMQ deals the queues out to the clients`() throws {
        try Bench.with(topics: "TopicTest:3") { bench async throws in
            let text = try await bench.run("allocateMQ -t TopicTest -i a,b --sorted").text
            let queue = { (id: Int) in "{\"brokerName\":\"broker-a\",\"queueId\":\(id),\"topic\":\"TopicTest\"}" }
            #expect(text == "{\"result\":{\"a\":[\(queue(0)),\(queue(1))],\"b\":[\(queue(2))]}}\n")
            let json = try await bench.run("allocateMQ -t TopicTest -i a,b --json").json()
            #expect(json["result"]?["a"]?.array?.count == 2 && json["result"]?["b"]?.array?.count == 1)
        }
    }

    @Test func `allocateMQ needs a topic that is there, and clients`() throws {
        try Bench.with { bench async throws in
            #expect((await bench.failure("allocateMQ -t Nope -i a") as? BrokerError)?.code == .topicNotExist)
            #expect(await bench.failure("allocateMQ -t TopicTest") is UsageError)
        }
    }

    @Test func `updateOrderConf puts, gets and deletes the queue counts of a topic`() throws {
        try Bench.with { bench async throws in
            let value = "broker-a:4;broker-b:4"
            let put = try await bench.run("updateOrderConf -t TopicTest -m put -v \(value)").text
            #expect(put == "update orderConf success. topic=[TopicTest], orderConf=[\(value)]\n")
            let got = try await bench.run("updateOrderConf -t TopicTest -m get").text
            #expect(got == "get orderConf success. topic=[TopicTest], orderConf=[\(value)] \n")
            let json = try await bench.run("updateOrderConf -t TopicTest -m get --json").json()
            #expect(json["orderConf"]?.string == value && json["method"]?.string == "get")
            let gone = try await bench.run("updateOrderConf -t TopicTest -m delete").text
            #expect(gone == "delete orderConf success. topic=[TopicTest]\n")
            #expect(await bench.failure("updateOrderConf -t TopicTest -m get") is NotFoundError)
        }
    }

    @Test func `updateOrderConf knows three methods, put needs a value, and a dry run deletes nothing`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("updateOrderConf -t TopicTest -m put") is UsageError)
            #expect(await bench.failure("updateOrderConf -t TopicTest -m post") is UsageError)
            _ = try await bench.run("updateOrderConf -t TopicTest -m put -v broker-a:4")
            #expect(await bench.failure("updateOrderConf -t TopicTest -m delete --dry-run") is Plan)
            #expect(try await bench.run("updateOrderConf -t TopicTest -m get").text.contains("[broker-a:4]"))
        }
    }
}
