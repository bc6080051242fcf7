import AdminClient
import AdminProtocol
import CommandKit
import Foundation
import LooseJSON
import Testing

@Suite struct MessageReadingTests {
    /// Lends a bench with a message of TagA and one of TagB in queue 1, and none in queue 0.
    private func withMessages(_ body: @escaping @Sendable (Bench) async throws -> Void) throws {
        try Bench.with(topics: "TopicTest:2") { bench async throws in
            for tag in ["TagA", "TagB"] {
                _ = try await bench.run("sendMessage -t TopicTest -b broker-a -i 1 -c \(tag) -p", "body of \(tag)")
            }
            try await body(bench)
        }
    }

    private func queue(_ id: Int) -> String { "MessageQueue [topic=TopicTest, brokerName=broker-a, queueId=\(id)]" }

    @Test func `printMsg prints the messages, queue by queue`() throws {
        try withMessages { bench async throws in
            let lines = try await bench.run("printMsg -t TopicTest").lines.map(String.init)
            let rule = String(repeating: "-", count: 56)
            try #require(lines.count == 6)
            #expect(lines[0] == "minOffset=0, maxOffset=0, \(queue(0))" && lines[1] == rule)
            #expect(lines[2] == "minOffset=0, maxOffset=2, \(queue(1))" && lines[5] == rule)
            #expect(lines[3].hasPrefix("MSGID: ") && lines[3].hasSuffix(" BODY: body of TagA"))
            #expect(lines[3].contains(" MessageExt [brokerName=broker-a, queueId=1, storeSize="))
            #expect(lines[4].hasSuffix(" BODY: body of TagB"))
        }
    }

    @Test func `printMsg filters by tag and time, and leaves bodies out`() throws {
        try withMessages { bench async throws in
            let lines = try await bench.run("printMsg -t TopicTest -s TagB -d false").lines
            #expect(lines.filter { $0.hasPrefix("MSGID") }.count == 1 && lines[3].hasSuffix(" BODY: NOT PRINT BODY"))
            let none = try await bench.run("printMsg -t TopicTest -s TagC").lines
            #expect(none[3] == "\(queue(1)) no matched msg. status=NO_MATCHED_MSG, offset=2")
            let early = try await bench.run("printMsg -t TopicTest -e 1000").lines
            #expect(early.filter { $0.hasPrefix("MSGID") }.isEmpty)
            let items = try await bench.run("printMsg -t TopicTest --json").items()
            #expect(items.map { $0["body"]?.string } == ["body of TagA", "body of TagB"])
            #expect(items.map { $0["queueOffset"]?.int } == [0, 1])
        }
    }

    @Test func `printMsg of a topic that is not there, or by SQL where the broker has none, fails`() throws {
        try withMessages { bench async throws in
            #expect((await bench.failure("printMsg -t Nope") as? BrokerError)?.code == .topicNotExist)
            let outcome = try await bench.run("printMsg -t TopicTest --expression-type SQL92 -s a>1")
            #expect(outcome.failures.map(\.target) == ["broker-a:1"])
            #expect(await bench.failure("printMsg -t TopicTest -c nope") is UsageError)
        }
    }

    @Test func `printMsgByQueue prints one queue, and counts its tags`() throws {
        try withMessages { bench async throws in
            let place = "-t TopicTest -a broker-a -i 1"
            let lines = try await bench.run("printMsgByQueue \(place) -p true -f true").lines
            #expect(lines.count == 4 && lines[0].hasSuffix(" BODY: NOT PRINT BODY"))
            #expect(lines[2] == "Tag: TagA                           Count: 1")
            let json = try await bench.run("printMsgByQueue \(place) -p true -d true -f true --json").json()
            #expect(json["messages"]?.array?.map { $0["body"]?.string } == ["body of TagA", "body of TagB"])
            #expect(json["tags"]?.array?.map { $0["tag"]?.string } == ["TagA", "TagB"])
            let nothing = try await bench.run("printMsgByQueue \(place)")
            #expect(nothing.text.isEmpty && nothing.notes.count == 1)
            #expect(await bench.failure("printMsgByQueue -t TopicTest -a broker-a -i 2 -p true") is NotFoundError)
            #expect(await bench.failure("printMsgByQueue -t TopicTest -a nope -i 1 -p true") is NotFoundError)
        }
    }

    @Test func `consumeMessage reads as many messages as it is asked for`() throws {
        try withMessages { bench async throws in
            let lines = try await bench.run("consumeMessage -t TopicTest -b broker-a -i 1 -o 1 -c 1").lines
            #expect(lines[0] == "Consume ok" && lines[1].hasSuffix(" BODY: body of TagB"))
            let few = try await bench.run("consumeMessage -t TopicTest -b broker-a -i 1 -c 1").lines
            #expect(few[0] == "The oldler 1 message will be provided" && few.count == 3)
            let items = try await bench.run("consumeMessage -t TopicTest --json").items()
            #expect(items.map { $0["tags"]?.string } == ["TagA", "TagB"])
        }
    }

    @Test func `consumeMessage wants a queue that is there, and options that fit`() throws {
        try withMessages { bench async throws in
            #expect(await bench.failure("consumeMessage -t TopicTest -b nope") is NotFoundError)
            #expect(await bench.failure("consumeMessage -t TopicTest -b broker-a -i 7") is NotFoundError)
            for options in ["-c 0", "-i 1", "-b broker-a -o 1", "-s 4000000000000", "-s 2000 -e 1000"] {
                #expect(await bench.failure("consumeMessage -t TopicTest \(options)") is UsageError, "\(options)")
            }
        }
    }

    @Test func `checkMsgSendRT sends, and tells how long it took`() throws {
        try Bench.with(topics: "TopicTest:2") { bench async throws in
            let lines = try await bench.run("checkMsgSendRT -t TopicTest -a 3 -s 10").lines
            #expect(
                lines.count == 5 && lines[0] == "#Broker Name                      #QID  #Send Result            #RT")
            #expect(lines[1].hasPrefix("broker-a                          0     true                    "))
            #expect(lines[4].hasPrefix("Avg RT: "))
            let json = try await bench.run("checkMsgSendRT -t TopicTest -a 2 --json").json()
            #expect(json["sends"]?.array?.map { $0["queueId"]?.int } == [0, 1])
            let messages = try await bench.run("printMsg -t TopicTest --json").items()
            #expect(messages.count == 5 && messages[0]["body"]?.string?.count == 10)
            #expect(await bench.failure("checkMsgSendRT -t TopicTest -a 0") is UsageError)
            #expect(await bench.failure("checkMsgSendRT -t TopicTest -s -1") is UsageError)
            _ = try await bench.run("updateTopic -t TopicTest -p 4")
            #expect(await bench.failure("checkMsgSendRT -t TopicTest") is NotFoundError)
        }
    }

    @Test func `decodeMessageId tells where a message came from`() throws {
        try Bench.with { bench async throws in
            let id = "0100007F0000B7BD0000652584690C00"
            let lines = try await bench.run("decodeMessageId -i \(id)").lines
            #expect(lines[0] == "ip=1.0.0.127" && lines[1].hasPrefix("date=20") && lines.count == 2)
            let json = try await bench.run("decodeMessageId -i \(id) --json").json()
            #expect(json["ip"]?.string == "1.0.0.127" && json["counter"]?.int == 0x0C00)
            #expect(await bench.failure("decodeMessageId -i nope") is UsageError)
        }
    }

    @Test func `dumpCompactionLog prints the messages of a file`() throws {
        try Bench.with { bench async throws in
            try await withTemporaryFolder { folder in
                let path = "\(folder)/log"
                let host = HostAddress(ip: [127, 0, 0, 1], port: 10911)
                var properties = MessageProperties()
                properties["KEYS"] = "k1"
                let message = StoredMessage(
                    topic: "TopicTest", queueId: 3, queueOffset: 7, commitLogOffset: 99, bornTimestamp: 1000,
                    bornHost: host, storeTimestamp: 2000, storeHost: host, body: Array("x".utf8), properties: properties
                )
                try Data(message.encoded() + [0, 0, 0, 0, 0, 0, 0, 0]).write(to: URL(fileURLWithPath: path))
                let lines = try await bench.run("dumpCompactionLog -f \(path)").lines
                #expect(lines.count == 1 && lines[0].hasPrefix("MessageExt [brokerName=null, queueId=3, storeSize="))
                #expect(lines[0].contains("topic='TopicTest'") && lines[0].contains("body=null"))
                let items = try await bench.run("dumpCompactionLog -f \(path) --json").items()
                #expect(items.map { $0["keys"]?.string } == ["k1"] && items[0]["queueOffset"]?.int == 7)
                try Data(message.encoded().dropLast()).write(to: URL(fileURLWithPath: path))
                let error = await bench.failure("dumpCompactionLog -f \(path)")
                #expect("\(String(describing: error))".contains("is cut off"))
                #expect(await bench.failure("dumpCompactionLog -f \(folder)/nope") != nil)
            }
        }
    }
}
