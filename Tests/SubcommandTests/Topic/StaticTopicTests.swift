import AdminProtocol
import Testing

@testable import Subcommands

@Suite struct StaticTopicTests {
    private let brokers: Set<String> = ["broker-a", "broker-b"]

    private func topic(_ queues: Int, on brokers: Set<String>, now: Int = 5000) throws -> StaticTopicState {
        var state = try StaticTopicState(topic: "T", configs: [:])
        var random = SystemRandomNumberGenerator()
        try state.grow(to: queues, on: brokers, now: now, using: &random)
        return state
    }

    private func leaders(_ state: StaticTopicState) throws -> [String: Int] {
        Dictionary(try state.checkedQueues().values.map { ($0.leader, 1) }, uniquingKeysWith: +)
    }

    @Test func `new queues are spread evenly, each on a physical queue of its own`() throws {
        let state = try topic(8, on: brokers)
        #expect(try leaders(state) == ["broker-a": 4, "broker-b": 4])
        #expect(state.shares.values.allSatisfy { $0.config.writeQueueNums == 4 && $0.config.readQueueNums == 4 })
        #expect(try #require(try state.agreement()) == (5000, 8))
        let items = try state.checkedQueues().values.flatMap(\.items)
        #expect(items.allSatisfy { $0.gen == 0 && $0.logicOffset == 0 && $0.startOffset == 0 && $0.endOffset == -1 })
    }

    @Test func `a topic that grows keeps its queues, and its epoch moves on even if the clock does not`() throws {
        var state = try topic(3, on: ["broker-a"])
        let before = try state.checkedQueues()
        var random = SystemRandomNumberGenerator()
        try state.grow(to: 6, on: ["broker-b"], now: 0, using: &random)
        let after = try state.checkedQueues()
        #expect(before.allSatisfy { after[$0.key] == $0.value })
        #expect(try leaders(state) == ["broker-a": 3, "broker-b": 3])
        #expect(try state.agreement()?.epoch == 6000)
    }

    @Test func `a topic cannot shrink, nor stay as it is`() throws {
        for total in [1, 4] {
            var state = try topic(4, on: brokers)
            var random = SystemRandomNumberGenerator()
            #expect(throws: StaticTopicError.self) {
                try state.grow(to: total, on: brokers, now: 0, using: &random)
            }
        }
    }

    @Test func `a move takes along what was, and leaves the place of the new stretch open`() throws {
        var state = try topic(8, on: brokers)
        let before = try state.checkedQueues()
        let move = try state.move(to: ["broker-b"], now: 9000)
        #expect((move.mapIn, move.mapOut) == (["broker-b"], ["broker-a"]))
        #expect(move.queues == before.values.filter { $0.leader == "broker-a" }.map(\.id).sorted())
        for (offset, id) in move.queues.enumerated() {
            let items = try #require(state.shares["broker-b"]?.mapping.hostedQueues[id])
            #expect(items.first == before[id]?.items.first)
            #expect(items.last == LogicQueueItem(gen: 1, queueId: 4 + offset, brokerName: "broker-b", logicOffset: -1))
            #expect(state.shares["broker-a"]?.mapping.hostedQueues[id] == items)
        }
        #expect(state.shares["broker-b"]?.config.writeQueueNums == 8)
        #expect(try state.agreement()?.epoch == 9000)
    }

    @Test(arguments: 1...9) func `a move is even, and no broker both gets and loses queues`(_ queues: Int) throws {
        var state = try topic(queues, on: brokers)
        let move = try state.move(to: ["broker-a", "broker-c", "broker-d"], now: 9000)
        #expect(move.mapIn.isDisjoint(with: move.mapOut))
        let counts = try leaders(state)
        #expect(counts["broker-b"] == nil)
        let filled = ["broker-a", "broker-c", "broker-d"].map { counts[$0] ?? 0 }
        #expect(try #require(filled.max()) - #require(filled.min()) <= 1)
    }

    @Test func `a move to where everything is already moves nothing`() throws {
        var state = try topic(5, on: brokers)
        #expect(try state.move(to: brokers, now: 9000) == StaticTopicMove())
    }

    @Test func `new stretches begin at a multiple of 10,000, at least half of it after the old end`() {
        let ends = [0: 10_000, 4_999: 10_000, 5_000: 20_000, 10_000: 20_000, 17_000: 30_000]
        for (end, start) in ends { #expect(StaticTopicState.roundedUp(end) == start) }
    }

    @Test func `the new stretch begins after what the old leader has`() throws {
        var state = try topic(1, on: ["broker-a"])
        _ = try state.move(to: ["broker-b"], now: 9000)
        let end = TopicOffset(lastUpdateTimestamp: 1, maxOffset: 12_000, minOffset: 0)
        try state.placeNewStretches(
            leaving: "broker-a", offsets: [MessageQueue(topic: "T", brokerName: "broker-a", queueId: 0): end])
        #expect(state.shares["broker-b"]?.mapping.hostedQueues[0]?.last?.logicOffset == 20_000)
        #expect(throws: Never.self) { try state.checkedQueues() }
    }

    @Test func `without the old leader's offsets nothing is placed`() throws {
        var state = try topic(1, on: ["broker-a"])
        _ = try state.move(to: ["broker-b"], now: 9000)
        #expect(throws: StaticTopicError.self) { try state.placeNewStretches(leaving: "broker-a", offsets: [:]) }
    }

    @Test func `what an old leader remembers of a queue does not replace what its new leader knows`() throws {
        var state = try topic(1, on: ["broker-a"])
        _ = try state.move(to: ["broker-b"], now: 9000)
        state.shares["broker-b"]?.mapping.hostedQueues[0]?[1].logicOffset = 10_000
        let known = state.shares["broker-b"]
        try state.placeNewStretches(leaving: "broker-a", offsets: [:])
        #expect(state.shares["broker-b"] == known)
    }
}
