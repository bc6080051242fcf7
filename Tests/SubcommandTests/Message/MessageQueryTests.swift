import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Remoting
import Testing

@Suite(.serialized) struct MessageQueryTests {
    /// Lends a bench with one message in queue 1, and its id.
    private func withMessage(_ body: @escaping @Sendable (Bench, String) async throws -> Void) throws {
        try Bench.with(topics: "TopicTest:4") { bench async throws in
            let line = "sendMessage -t TopicTest -b broker-a -i 1 -k k1 -c TagA -m true --json -p"
            let row = try #require(try await bench.run(line, "hello there").items().first)
            try await body(bench, try #require(row["msgId"]?.string))
        }
    }

    @Test func `queryMsgByKey tells where the messages with a key are`() throws {
        try withMessage { bench, id async throws in
            let lines = try await bench.run("queryMsgByKey -t TopicTest -k k1").lines
            #expect(lines[0] == "#Message ID                                        #QID \(blanks(33))#Offset")
            #expect(lines[1] == "\(id)\(blanks(22))1 \(blanks(39))0")
            let items = try await bench.run("queryMsgByKey -t TopicTest -k k1 --json").items()
            #expect(items.map { $0["body"]?.string } == ["hello there"] && items[0]["keys"]?.string == "k1")
            #expect(await bench.failure("queryMsgByKey -t TopicTest -k nope") is NotFoundError)
            #expect((await bench.failure("queryMsgByKey -t Nope -k k1") as? BrokerError)?.code == .topicNotExist)
            #expect(await bench.failure("queryMsgByKey -t TopicTest -k k1 -c Nope") is NotFoundError)
        }
    }

    @Test func `queryMsgByUniqueKey shows a message, and each one that has its id`() throws {
        try withMessage { bench, id async throws in
            _ = try await bench.run("queryMsgById -t TopicTest -s true -i \(id)")
            let lines = try await bench.run("queryMsgByUniqueKey -t TopicTest -i \(id)").lines
            #expect(lines[0] == "Topic:               TopicTest" && lines[1] == "Tags:                [TagA]")
            #expect(lines.last == "WARN: No Consumer")
            #expect(lines.filter { $0.hasPrefix("Topic:") }.count == 1)
            let items = try await bench.run("queryMsgByUniqueKey -t TopicTest -a --json -i \(id)").items()
            #expect(items.map { $0["msgId"]?.string } == [id, id])
            #expect(await bench.failure("queryMsgByUniqueKey -t TopicTest -i nope") is NotFoundError)
            #expect(await bench.failure("queryMsgByUniqueKey -t TopicTest -i \(id) -g G") is UsageError)
        }
    }

    @Test func `a message is handed to a client`() throws {
        try withMessage { bench, id async throws in
            try await ConnectedClient().connected(to: bench) {
                let text =
                    "ConsumeMessageDirectlyResult [order=false, autoCommit=true, consumeResult=CR_SUCCESS, "
                    + "remark=null, spentTimeMills=3]\n"
                let whom = "-t TopicTest -g G -d 10.0.0.1@4711 -i \(id)"
                #expect(try await bench.run("queryMsgByUniqueKey \(whom)").text == text)
                #expect(try await bench.run("queryMsgById \(whom)").text == text)
                let row = try await bench.run("queryMsgById --json \(whom)").items().first
                #expect(row?["consumeResult"]?.string == "CR_SUCCESS" && row?["spentMilliseconds"]?.int == 3)
                var puller = ConnectedClient(id: "puller")
                puller.answers = { _ in
                    ClientAnswers.body(ClientAnswers.runningInfo(type: "CONSUME_ACTIVELY"))
                }
                try await puller.connected(to: bench) {
                    let line = "queryMsgById -t TopicTest -g G -d puller -i \(id)"
                    #expect(await bench.failure(line) is NotFoundError)
                }
            }
        }
    }

    @Test func `the client gets the stored message with the broker's name`() throws {
        try withMessage { bench, id async throws in
            var client = ConnectedClient()
            client.answers = { request in
                if request.code == 309 {
                    #expect(request.fields["brokerName"] == "broker-a" && request.fields["msgId"] != nil)
                    let messages = try MessageReader.messages(in: request.body)
                    #expect(messages.map(\.body) == [Array("hello there".utf8)])
                }
                return ClientAnswers.standard(request)
            }
            try await client.connected(to: bench) {
                _ = try await bench.run("queryMsgById -t TopicTest -g G -d 10.0.0.1@4711 -i \(id)")
            }
        }
    }

    @Test func `tracks tell what groups have made of a message`() throws {
        try withMessage { bench, id async throws in
            try await bench.commit("Done", 1, queue: 1)
            try await bench.commit("Offline", 0, queue: 1)
            try await ConnectedClient(group: "Done").connected(to: bench) {
                let tracks = try await bench.run("queryMsgById -t TopicTest --json -i \(id)").items().first?["tracks"]
                let types = tracks?.array?.map { [$0["consumerGroup"]?.string, $0["trackType"]?.string] }
                #expect(types == [["Done", "CONSUMED"], ["Offline", "NOT_ONLINE"]])
            }
        }
    }

    @Test func `queryMsgByOffset shows the message at a place`() throws {
        try withMessage { bench, id async throws in
            let lines = try await bench.run("queryMsgByOffset -t TopicTest -b broker-a -i 1 -o 0 -f UTF-8").lines
            #expect(lines[0].hasPrefix("OffsetID:            7F000001"))
            #expect(lines.contains("Queue Offset:        0") && lines.contains("Message Body:        hello there"))
            let items = try await bench.run("queryMsgByOffset -t TopicTest -b broker-a -i 1 -o 0 --json").items()
            #expect(items.map { $0["msgId"]?.string } == [id])
            for place in ["-b broker-a -i 1 -o 1", "-b broker-a -i 4 -o 0", "-b nope -i 1 -o 0"] {
                #expect(await bench.failure("queryMsgByOffset -t TopicTest \(place)") is NotFoundError)
            }
        }
    }

    @Test func `queryMsgTraceById has who sent a message`() throws {
        try withMessage { bench, id async throws in
            let lines = try await bench.run("queryMsgTraceById -i \(id)").lines
            #expect(lines[0].hasPrefix("#Type      #ProducerGroup       #ClientHost "))
            #expect(lines[1].hasPrefix("Pub        mqadmin_") && lines[1].contains("success"))
            let row = try await bench.run("queryMsgTraceById -i \(id) --json").items().first
            #expect(row?["topic"]?.string == "TopicTest" && row?["tags"]?.string == "TagA")
            #expect(row?["success"]?.bool == true)
            #expect(await bench.failure("queryMsgTraceById -i nope") is NotFoundError)
            #expect((await bench.failure("queryMsgTraceById -i \(id) -t Nope") as? BrokerError)?.code == .topicNotExist)
        }
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
