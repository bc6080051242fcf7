import AdminProtocol
import CommandKit
import LooseJSON
import Testing

@testable import Subcommands

@Suite struct ClientAnalysisTests {
    /// A client that started at 0, and has one queue.
    private func client(
        type: String = "CONSUME_PASSIVELY", start: Int = 0, orderly: Bool = false, topics: [String] = ["T"],
        queue: String = "{}"
    ) throws -> ConsumerRunningInfo {
        let subscriptions = topics.map { "{\"topic\":\"\($0)\",\"subString\":\"*\"}" }.joined(separator: ",")
        let text = """
            {"properties":{"PROP_CONSUME_TYPE":"\(type)","PROP_CONSUMER_START_TIMESTAMP":"\(start)",
            "PROP_CONSUMEORDERLY":"\(orderly)"},"subscriptionSet":[\(subscriptions)],
            "mqTable":{{"brokerName":"b","queueId":0,"topic":"T"}:\(queue)}}
            """
        return try ConsumerRunningInfo(body: Array(text.utf8))
    }

    private func analysis(
        _ clients: [String: ConsumerRunningInfo], now: Int = 120_001, _ edition: Edition = .v5
    ) -> ClientAnalysis { ClientAnalysis(of: clients, now: now, edition) }

    @Test func `clients that subscribe to the same are fine, in any order`() throws {
        let result = analysis(["a": try client(topics: ["T", "U"]), "b": try client(topics: ["U", "T"])])
        #expect(result.isSameSubscription)
        #expect(result.lines == ["", "", "Same subscription in the same group of consumer", "", "Rebalance OK"])
    }

    @Test func `another subscription is told, once the first client has had two minutes`() throws {
        let clients = ["a": try client(), "b": try client(topics: ["U"])]
        #expect(!analysis(clients).isSameSubscription)
        #expect(analysis(clients).lines.last == "WARN: Different subscription in the same group of consumer!!!")
        #expect(analysis(clients, now: 120_000).isSameSubscription)
    }

    @Test func `clients that pull may differ`() throws {
        let pull = try client(type: "CONSUME_ACTIVELY")
        #expect(analysis(["a": pull, "b": try client(topics: [])]).isSameSubscription)
    }

    @Test func `only 4.9 minds when nothing is subscribed to`() throws {
        let clients = ["a": try client(topics: []), "b": try client(topics: [])]
        #expect(analysis(clients).isSameSubscription)
        #expect(!analysis(clients, .v4).isSameSubscription)
    }

    @Test func `a queue with messages and no consumption for a minute is stuck`() throws {
        let queue = #"{"cachedMsgCount":1,"lastConsumeTimestamp":"100"}"#
        let stuck = analysis(["a": try client(queue: queue)], now: 60_101).stuckQueues
        #expect(
            stuck.map(\.text) == [
                "a MessageQueue [topic=T, brokerName=b, queueId=0] can't consume for a while, maybe blocked, 60001ms"
            ])
        #expect(analysis(["a": try client(queue: queue)], now: 60_100).stuckQueues.isEmpty)
        let empty = #"{"cachedMsgCount":0,"lastConsumeTimestamp":"100"}"#
        #expect(analysis(["a": try client(queue: empty)]).stuckQueues.isEmpty)
    }

    @Test func `an orderly client has to hold its locks, and to let dropped queues go`() throws {
        let unlocked = try client(orderly: true, queue: #"{"locked":false,"lastLockTimestamp":1}"#)
        let held = try client(orderly: true, queue: #"{"locked":true,"droped":true,"tryUnlockTimes":3}"#)
        let fine = try client(orderly: true, queue: #"{"locked":true,"droped":true,"tryUnlockTimes":0}"#)
        let stuck = analysis(["a": unlocked, "b": held, "c": fine], now: 11).stuckQueues
        #expect(stuck.map(\.clientId) == ["a", "b"])
        #expect(stuck[0].text.hasSuffix("can't lock for a while, 10ms"))
        #expect(stuck[1].text.hasSuffix("unlock 3 times, still failed"))
    }
}
