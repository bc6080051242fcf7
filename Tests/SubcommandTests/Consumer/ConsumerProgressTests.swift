import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Testing

@Suite struct ConsumerProgressTests {
    @Test func `-s shows which client has a queue`() throws {
        try Bench.with { bench async throws in
            try await bench.commit("G", 1, queue: 2)
            try await ConnectedClient().connected(to: bench) {
                let lines = try await bench.run("consumerProgress -g G -s true").lines
                let row = try #require(lines.first { $0.hasPrefix("TopicTest ") && $0.contains(" 2     0 ") })
                #expect(row.contains(" 10.0.0.1 "))
                let rows = try await bench.run("consumerProgress -g G -s true --json").items("queues")
                #expect(rows.map { $0["clientIP"]?.string } == [nil, nil, "10.0.0.1", nil])
            }
        }
    }

    @Test func `a group that is online has its clients, version and mode in the list`() throws {
        try Bench.with { bench async throws in
            try await ConnectedClient().connected(to: bench) {
                let line = try #require(try await bench.run("consumerProgress").lines.last)
                #expect(line.split(separator: " ").map(String.init).prefix(2) == ["G", "1"])
                #expect(line.contains(" PUSH   CLUSTERING "))
            }
        }
    }

    @Test func `a group that nobody knows is not found`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("consumerProgress -g Nope") is NotFoundError)
            #expect(await bench.failure("consumerProgress -g Nope -t AlsoNope") is NotFoundError)
            #expect(await bench.failure("consumerProgress -t TopicTest") is UsageError)
        }
    }
}

@Suite struct StaticTopicProgressTests {
    private let logical = MessageQueue(topic: "T", brokerName: "__syslo__global__", queueId: 0)

    /// Queue 0, which began on broker-a and goes on at offset 1000 on broker-b.
    private func progress(old: Int, new: Int) -> GroupProgress {
        var progress = GroupProgress()
        progress.offsets = [
            (MessageQueue(topic: "Other", brokerName: "broker-a", queueId: 0), offset(9, 5)),
            (MessageQueue(topic: "T", brokerName: "broker-a", queueId: 0), offset(100, old)),
            (MessageQueue(topic: "T", brokerName: "broker-b", queueId: 1), offset(20, new)),
        ]
        return progress
    }

    private func offset(_ end: Int, _ reached: Int) -> OffsetWrapper {
        OffsetWrapper(brokerOffset: end, consumerOffset: reached, pullOffset: reached, lastTimestamp: reached)
    }

    private func mapping() -> [String: [TopicQueueMapping]] {
        var mapping = TopicQueueMapping(topic: "T", brokerName: "broker-b", totalQueues: 1, epoch: 2)
        var first = LogicQueueItem(gen: 0, queueId: 0, brokerName: "broker-a", logicOffset: 0)
        first.endOffset = 100
        mapping.hostedQueues = [
            0: [first, LogicQueueItem(gen: 1, queueId: 1, brokerName: "broker-b", logicOffset: 1000)]
        ]
        return ["T": [mapping]]
    }

    @Test func `a logical queue stands for its physical ones, other topics stay`() throws {
        let result = try progress(old: 100, new: 10).logical(mapping())
        #expect(result.offsets.map(\.queue.topic) == ["Other", "T"])
        let last = try #require(result.offsets.last)
        #expect(last.queue == logical)
        #expect(last.offset.brokerOffset.value == 1020 && last.offset.consumerOffset.value == 1010)
        #expect(last.offset.lastTimestamp == 10 && last.offset.pullOffset == nil)
    }

    @Test func `a group that has not reached the last stretch is in an older one`() throws {
        let result = try progress(old: 40, new: -1).logical(mapping())
        #expect(result.offsets.last?.offset.consumerOffset.value == 40)
        #expect(result.offsets.last?.offset.brokerOffset.value == 1020)
    }

    @Test func `a queue that the group has not read at all is left out`() throws {
        let result = try progress(old: -1, new: -1).logical(mapping())
        #expect(result.offsets.map(\.queue.topic) == ["Other"])
    }

    @Test func `without static topics nothing changes`() throws {
        #expect(try progress(old: 1, new: 2).logical([:]).offsets.count == 3)
    }
}
