import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct UpdateTopicTests {
    private func config(_ bench: Bench, _ topic: String = "T", broker: Int = 0) async throws -> TopicConfig? {
        let address = try #require(PeerAddress(bench.sandbox.brokers[broker].address))
        return try await bench.admin.topicConfig(of: topic, on: address)
    }

    @Test func `a new topic has Java's defaults, on every master of the only cluster`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let outcome = try await bench.run("updateTopic -t T")
            let brokers = bench.sandbox.brokers.map(\.address)
            #expect(
                outcome.lines == [
                    "create topic to \(brokers[0]) success.", "create topic to \(brokers[1]) success.",
                    "TopicConfig [topicName=T, readQueueNums=8, writeQueueNums=8, perm=RW-, "
                        + "topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false, attributes={}]",
                ])
            #expect(outcome.notes.isEmpty)
            for broker in 0...1 { #expect(try await config(bench, broker: broker)?.readQueueNums == 8) }
        }
    }

    @Test func `JSON has a row for each broker`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let json = try await bench.run("updateTopic -t T -r 3 -w 2 -p 4 --json").json()
            let items = try #require(json["items"]?.array)
            #expect(json["kind"]?.string == "updateTopic")
            #expect(items.map { $0["broker"]?.string } == bench.sandbox.brokers.map(\.address))
            #expect(items[0]["readQueueNums"]?.int == 3 && items[0]["writeQueueNums"]?.int == 2)
            #expect(items[0]["perm"]?.int == 4 && items[0]["order"]?.bool == false)
        }
    }

    @Test func `only what is given changes, and what is kept is named`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateTopic -t T -r 16 -w 12 -p 4 -u true -c DefaultCluster")
            let outcome = try await bench.run("updateTopic -t T -w 10 -b \(bench.broker)")
            let kept = try #require(try await config(bench))
            #expect(kept.readQueueNums == 16 && kept.writeQueueNums == 10)
            #expect(kept.perm == .read && kept.topicSysFlag == 1)
            #expect(outcome.notes.count == 1)
            for value in ["readQueueNums=16", "perm=4", "topicSysFlag=1"] {
                #expect(outcome.notes[0].contains(value), "\(outcome.notes)")
            }
            #expect(outcome.notes[0].contains("changes writeQueueNums from 12 to 10; kept "))
        }
    }

    @Test func `--java-defaults resets what is not given`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateTopic -t T -r 16 -w 16 -p 4 -u true")
            let outcome = try await bench.run("updateTopic -t T -w 10 --java-defaults")
            let reset = try #require(try await config(bench))
            #expect(reset.readQueueNums == 8 && reset.writeQueueNums == 10)
            #expect(reset.perm == [.read, .write] && reset.topicSysFlag == 0)
            #expect(outcome.notes.isEmpty)
        }
    }

    @Test func `unit flags are set and cleared one by one`() throws {
        try Bench.with { bench async throws in
            for (options, flags) in [("-u true", 1), ("-s true", 3), ("-u false", 2), ("-s false", 0)] {
                _ = try await bench.run("updateTopic -t T \(options)")
                #expect(try await config(bench)?.topicSysFlag == flags, "\(options)")
            }
        }
    }

    @Test func `attributes are added and dropped`() throws {
        try Bench.with { bench async throws in
            let outcome = try await bench.run("updateTopic -t T -a +message.type=FIFO")
            #expect(outcome.lines.last?.hasSuffix("attributes={+message.type=FIFO}]") == true)
            #expect(try await config(bench)?.attributes == ["message.type": "FIFO"])
            _ = try await bench.run("updateTopic -t T -r 4")
            #expect(try await config(bench)?.attributes == ["message.type": "FIFO"], "they are kept")
        }
    }

    @Test(arguments: ["message.type=FIFO", "+message.type", "-message.type=x", "+a=1,+a=2", "+=x", "+", "-", "+a="])
    func `an attribute edit that is none is a usage error, and nothing is sent`(_ edits: String) throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("updateTopic -t T -a \(edits)") is UsageError)
            #expect(try await config(bench) == nil)
        }
    }

    @Test func `an attribute that the broker does not know is refused by it`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("updateTopic -t T -a +nosuch=1") is BrokerError)
        }
    }

    @Test func `an ordered topic has its queue counts at the name server`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let outcome = try await bench.run("updateTopic -t T -o true -w 4 -c DefaultCluster")
            #expect(outcome.text.contains("set cluster orderConf. isOrder=true, orderConf=[broker-a:4;broker-b:4]\n"))
            #expect(
                try await bench.admin.kvConfig(namespace: "ORDER_TOPIC_CONFIG", key: "T") == "broker-a:4;broker-b:4")
            let one = try await bench.run("updateTopic -t T -o true -w 6 -b \(bench.broker)")
            #expect(one.lines.first == "set broker orderConf. isOrder=true, orderConf=[broker-a:6]")
            #expect(
                try await bench.admin.kvConfig(namespace: "ORDER_TOPIC_CONFIG", key: "T") == "broker-b:4;broker-a:6")
            #expect(try await config(bench)?.order == true)
        }
    }

    @Test(arguments: ["-r -1", "-w -1"]) func `fewer queues than none are a usage error`(_ options: String) throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("updateTopic -t T \(options)") is UsageError)
            #expect(try await config(bench) == nil)
        }
    }

    @Test func `a cluster that does not exist is not found, with those that do`() throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("updateTopic -t T -c Nope")
            #expect(error is NotFoundError)
            #expect("\(String(describing: error))".contains("DefaultCluster"))
        }
    }

    @Test func `a name that a topic cannot have is refused by the broker`() throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("updateTopic -t 主题")
            #expect((error as? BrokerError)?.code == .invalidParameter)
        }
    }
}
