import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Subcommands
import Testing

@Suite struct OffsetCommandTests {
    /// Lends a bench with three messages in queue 1, of which the group G has read one.
    private func withGroup(_ body: @escaping @Sendable (Bench) async throws -> Void) throws {
        try Bench.with(topics: "TopicTest:2") { bench async throws in
            for _ in 0..<3 { _ = try await bench.run("sendMessage -t TopicTest -b broker-a -i 1 -p x") }
            try await bench.commit("G", 1, queue: 1)
            try await body(bench)
        }
    }

    private func offsets(_ bench: Bench, _ group: String = "G") async throws -> [Int?] {
        let rows = try await bench.run("consumerProgress -g \(group) -t TopicTest --json").items("queues")
        return rows.map { $0["consumerOffset"]?.int }
    }

    @Test func `resetOffsetByTime moves the group in every queue`() throws {
        try withGroup { bench async throws in
            let lines = try await bench.run("resetOffsetByTime -g G -t TopicTest -s now").lines
            #expect(
                lines[0].hasPrefix("start reset consumer offset by specified, group[G], topic[TopicTest], force[true]"))
            #expect(lines[1].hasPrefix("#brokerName                               #queueId         "))
            #expect(lines[3].split(separator: " ") == ["broker-a", "1", "3"])
            #expect(try await offsets(bench) == [0, 3])
            let items = try await bench.run("resetOffsetByTime -g G -t TopicTest -s 0 --json").items()
            #expect(items.map { $0["offset"]?.int } == [0, 0])
        }
    }

    @Test func `resetOffsetByTime moves one queue to an offset`() throws {
        try withGroup { bench async throws in
            let line = "resetOffsetByTime -g G -t TopicTest -s -1 -b \(bench.broker) -q 1 -o 2"
            #expect(try await bench.run(line).lines.last == "reset consumer offset to 2")
            #expect(try await offsets(bench) == [0, 2])
            let refusal = await bench.failure(line.dropLast() + "9") as? BrokerError
            #expect(refusal?.remark == "Target offset 9 not in consume queue range [0-3]")
            #expect(await bench.failure("resetOffsetByTime -g G -t TopicTest -s -1 -o 2") is UsageError)
        }
    }

    @Test func `the next pull of a moved group goes to the new offset`() throws {
        try withGroup { bench async throws in
            _ = try await bench.run("resetOffsetByTime -g G -t TopicTest -s now")
            let queue = try await bench.admin.readableQueue(
                MessageQueue(topic: "TopicTest", brokerName: "broker-a", queueId: 1))
            let moved = try await bench.admin.pull(queue, from: 0, atMost: 1, PullTerms(group: "G"))
            #expect(moved.status == .illegalOffset && moved.nextBeginOffset == 3)
            let again = try await bench.admin.pull(queue, from: 0, atMost: 1, PullTerms(group: "G"))
            #expect(again.status == .found, "it is told once")
        }
    }

    @Test func `resetOffsetByTime of what is not there is refused`() throws {
        try withGroup { bench async throws in
            let group = await bench.failure("resetOffsetByTime -g Nope -t TopicTest -s now") as? BrokerError
            #expect(group?.code == .subscriptionGroupNotExist)
            let topic = await bench.failure("resetOffsetByTime -g G -t Nope -s now") as? BrokerError
            #expect(topic?.code == .topicNotExist)
            #expect(await bench.failure("resetOffsetByTime -g G -t TopicTest -s yesterday") is UsageError)
        }
    }

    @Test func `resetOffsetByTimeOld writes the offsets itself`() throws {
        try withGroup { bench async throws in
            let lines = try await bench.run("resetOffsetByTimeOld -g G -t TopicTest -s 0").lines
            #expect(lines[0].hasPrefix("reset consumer offset by specified consumerGroup[G], topic[TopicTest], "))
            #expect(lines[1].contains("#timestampOffset      #resetOffset"))
            #expect(lines[3].split(separator: " ") == ["broker-a", "1", "3", "1", "0", "0"])
            #expect(try await offsets(bench) == [0, 0])
            let items = try await bench.run("resetOffsetByTimeOld -g G -t TopicTest -s now --json").items()
            #expect(items.map { $0["offset"]?.int } == [0, 3] && items[1]["consumerOffset"]?.int == 0)
            #expect(await bench.failure("resetOffsetByTimeOld -g Nope -t TopicTest -s 0") is AllFailedError)
        }
    }

    @Test func `a group is not moved forward unless that is forced`() throws {
        try withGroup { bench async throws in
            _ = try await bench.run("resetOffsetByTimeOld -g G -t TopicTest -s now -f false")
            #expect(try await offsets(bench) == [0, 1])
        }
    }

    @Test func `skipAccumulatedMessage moves the group to the end`() throws {
        try withGroup { bench async throws in
            let lines = try await bench.run("skipAccumulatedMessage -g G -t TopicTest").lines
            #expect(lines[0].hasPrefix("#brokerName ") && lines[2].split(separator: " ") == ["broker-a", "1", "3"])
            #expect(try await offsets(bench) == [0, 3])
            let items = try await bench.run("skipAccumulatedMessage -g G -t TopicTest --json").items()
            #expect(items.map { $0["offset"]?.int } == [0, 3])
            let missing = await bench.failure("skipAccumulatedMessage -g G -t Nope") as? BrokerError
            #expect(missing?.code == .topicNotExist)
        }
    }

    @Test func `cloneGroupOffset gives a group the place of another`() throws {
        try withGroup { bench async throws in
            _ = try await bench.run("updateSubGroup -g H")
            let text = try await bench.run("cloneGroupOffset -s G -d H -t TopicTest").text
            #expect(text == "clone group offset success. srcGroup[G], destGroup=[H], topic[TopicTest]\n")
            #expect(try await offsets(bench, "H") == [0, 1])
            let items = try await bench.run("cloneGroupOffset -s G -d H -t TopicTest --json").items()
            #expect(items.map { $0["offset"]?.int } == [0, 1])
            #expect(await bench.failure("cloneGroupOffset -s G -d Nope -t TopicTest") is AllFailedError)
            #expect(await bench.failure("cloneGroupOffset -s Nope -d H -t Nope") is NotFoundError)
        }
    }

    @Test func `getConsumerStatus has what the clients say`() throws {
        try Bench.with { bench async throws in
            var silent = ConnectedClient(id: "silent")
            silent.answers = { _ in nil }
            let other = silent
            try await ConnectedClient().connected(to: bench) {
                try await other.connected(to: bench) {
                    let lines = try await bench.run("getConsumerStatus -g G -t TopicTest").lines
                    #expect(lines[0] == "get consumer status from client. group=G, topic=TopicTest, originClientId=")
                    #expect(lines[1].hasPrefix("#clientId                                           #brokerName "))
                    #expect(lines[2].split(separator: " ") == ["10.0.0.1@4711", "broker-a", "2", "17"])
                    #expect(lines.count == 3)
                }
                let line = "getConsumerStatus -g G -t TopicTest -i 10.0.0.1@4711 --json"
                let items = try await bench.run(line).items()
                #expect(items.map { $0["offset"]?.int } == [17])
                #expect(try await bench.run("getConsumerStatus -g G -t TopicTest --json -i nope").items().isEmpty)
                #expect(await bench.failure("getConsumerStatus -g Nope -t TopicTest") is NotFoundError)
                let missing = await bench.failure("getConsumerStatus -g G -t Nope") as? BrokerError
                #expect(missing?.code == .topicNotExist)
            }
        }
    }
}
