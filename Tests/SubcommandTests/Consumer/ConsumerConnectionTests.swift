import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Testing

@Suite struct ConsumerConnectionTests {
    @Test func `consumerConnection has the clients, what they subscribe to and how they work`() throws {
        try Bench.with { bench async throws in
            try await ConnectedClient(tags: "TagA").connected(to: bench) {
                let lines = try await bench.run("consumerConnection -g G").lines
                #expect(lines[0].hasPrefix("#ClientId                            #ClientAddr            #Language  #V"))
                #expect(lines[1].hasPrefix("10.0.0.1@4711                        127.0.0.1:"))
                #expect(lines[2...4] == ["", "Below is subscription:", "#Topic               #SubExpression"])
                #expect(lines[5] == "TopicTest            TagA")
                #expect(
                    lines[6...].map(String.init) == [
                        "", "ConsumeType: CONSUME_PASSIVELY", "MessageModel: CLUSTERING",
                        "ConsumeFromWhere: CONSUME_FROM_FIRST_OFFSET",
                    ])
                let json = try await bench.run("consumerConnection -g G -b \(bench.broker) --json").json()
                #expect(json["connections"]?.array?.first?["clientId"]?.string == "10.0.0.1@4711")
                #expect(json["subscriptions"]?.array?.first?["subExpression"]?.string == "TagA")
                #expect(json["mode"]?["messageModel"]?.string == "CLUSTERING")
            }
        }
    }

    @Test func `consumerConnection of a group without clients is not found`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("consumerConnection -g Nope") is NotFoundError)
            let refusal = await bench.failure("consumerConnection -g Nope -b \(bench.broker)") as? BrokerError
            #expect(refusal?.code == .consumerNotOnline)
        }
    }

    @Test func `producerConnection has the clients of a group`() throws {
        try Bench.with { bench async throws in
            try await ConnectedClient().connected(to: bench) {
                let lines = try await bench.run("producerConnection -g PG -t TopicTest").lines
                #expect(lines.count == 1 && lines[0].hasPrefix("0001  10.0.0.1@4711                    127.0.0.1:"))
                let items = try await bench.run("producerConnection -g PG -t TopicTest --json").items()
                #expect(items.map { $0["clientId"]?.string } == ["10.0.0.1@4711"])
                #expect(await bench.failure("producerConnection -g Nope -t TopicTest") is NotFoundError)
                let missing = await bench.failure("producerConnection -g PG -t Nope") as? BrokerError
                #expect(missing?.code == .topicNotExist)
            }
        }
    }

    @Test func `producer has every producer of a broker`() throws {
        try Bench.with { bench async throws in
            #expect(try await bench.run("producer -b \(bench.broker)").text.isEmpty)
            try await ConnectedClient().connected(to: bench) {
                try await ConnectedClient(id: "second", producerGroup: "PB").connected(to: bench) {
                    let lines = try await bench.run("producer -b \(bench.broker)").lines
                    #expect(lines.count == 2)
                    #expect(lines[0].hasPrefix("producer group (PB) instance : clientId=second,remoteIP=/127.0.0.1:"))
                    #expect(lines[1].hasPrefix("producer group (PG) instance : clientId=10.0.0.1@4711,"))
                    let items = try await bench.run("producer --json -b \(bench.broker)").items()
                    #expect(items.map { $0["group"]?.string } == ["PB", "PG"])
                }
            }
            #expect(await bench.failure("producer -b 127.0.0.1:1") is ConnectError)
        }
    }
}
