import AdminProtocol
import Testing

@testable import Subcommands

@Suite struct StaticTopicCheckTests {
    private func topic() throws -> StaticTopicState {
        var state = try StaticTopicState(topic: "T", configs: [:])
        var random = SystemRandomNumberGenerator()
        try state.grow(to: 4, on: ["broker-a", "broker-b"], now: 5000, using: &random)
        return state
    }

    /// What a broker may know wrongly.
    private static let damages: [(name: String, damage: @Sendable (inout StaticTopicState) -> Void)] = [
        ("another epoch", { $0.shares["broker-a"]?.mapping.epoch += 1 }),
        ("another count", { $0.shares["broker-a"]?.mapping.totalQueues += 1 }),
        ("another scope", { $0.shares["broker-a"]?.mapping.scope = "elsewhere" }),
        ("another broker's name", { $0.shares["broker-a"]?.mapping.bname = "broker-b" }),
        ("another topic", { $0.shares["broker-a"]?.mapping.topic = "U" }),
        ("an unfinished change", { $0.shares["broker-a"]?.mapping.dirty = true }),
        ("no queues", { $0.shares["broker-a"]?.mapping.hostedQueues = [:] }),
        ("fewer queues to read", { $0.shares["broker-a"]?.config.readQueueNums = 1 }),
        ("fewer queues than are used", { $0.shares["broker-a"]?.config.writeQueueNums = 1 }),
        ("no broker", { $0.shares["broker-a"] = nil }),
        (
            "a negative queue",
            { state in state.change { $0.queueId = -1 } }
        ),
        ("a stretch that begins later", { state in state.change { $0.startOffset = 1 } }),
        ("an end before the beginning", { state in state.change { $0.endOffset = -2 } }),
        ("a shared physical queue", { state in state.change { $0.queueId = 0 } }),
    ]

    @Test(arguments: damages.indices) func `contradictions are found`(_ index: Int) throws {
        var state = try topic()
        #expect(throws: Never.self) { try state.checkedQueues() }
        Self.damages[index].damage(&state)
        #expect(throws: StaticTopicError.self, "\(Self.damages[index].name)") { try state.checkedQueues() }
    }

    @Test func `an ordinary topic is no static one`() {
        #expect(throws: StaticTopicError.self) {
            try StaticTopicState(topic: "T", configs: ["broker-a": TopicConfig(topicName: "T")])
        }
    }

    @Test func `a mapping file reads back as it was written`() throws {
        var state = try topic()
        let move = try state.move(to: ["broker-b"], now: 9000)
        let file = MappingFile(state, epoch: 9000, move: move)
        let read = try MappingFile(body: file.bodyBytes())
        #expect(try read.state() == state)
        #expect(read.move.mapIn == ["broker-b"] && read.move.mapOut == ["broker-a"] && read.type == "REMAPPING")
    }

    @Test func `logical brokers have names of their own`() {
        #expect(TopicQueueMapping.logicalBrokerName(scope: "__global__") == "__syslo__global__")
        #expect(TopicQueueMapping.logicalBrokerName(scope: "east") == "__syslo__east")
    }
}

extension StaticTopicState {
    /// Changes the last stretch of the last queue that broker-a leads.
    fileprivate mutating func change(_ edit: (inout LogicQueueItem) -> Void) {
        guard let id = shares["broker-a"]?.mapping.hostedQueues.keys.max(),
            var item = shares["broker-a"]?.mapping.hostedQueues[id]?.last
        else { return }
        edit(&item)
        shares["broker-a"]?.mapping.hostedQueues[id] = [item]
    }
}
