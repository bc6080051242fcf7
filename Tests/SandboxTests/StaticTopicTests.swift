import AdminClient
import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct StaticTopicTests {
    /// The mapping of a topic of two queues that broker-a leads.
    private func mapping(epoch: Int = 1000) -> TopicQueueMapping {
        var mapping = TopicQueueMapping(topic: "S", brokerName: "broker-a", totalQueues: 2, epoch: epoch)
        for id in 0...1 {
            mapping.hostedQueues[id] = [LogicQueueItem(gen: 0, queueId: id, brokerName: "broker-a", logicOffset: 0)]
        }
        return mapping
    }

    private func request(_ mapping: TopicQueueMapping, force: Bool = false) -> UpdateAndCreateStaticTopic {
        UpdateAndCreateStaticTopic(TopicConfig(topicName: "S", queues: 2), mapping, force: force)
    }

    /// What a broker that has `mapping()` does not take, and why.
    private static let refused: [(remark: String, change: @Sendable (inout TopicQueueMapping) -> Void)] = [
        ("Can't accept data with small epoch 999 < 1000", { $0.epoch = 999 }),
        ("Can't accept data with unmatched scope east != __global__", { $0.scope = "east" }),
        ("Cannot accept equal epoch with null data", { $0.hostedQueues[1] = nil }),
        ("The new item list is null or empty", { $0.hostedQueues[1] = [] }),
        ("The new leader is different but epoch equal", { $0.hostedQueues[1]?[0].bname = "broker-b" }),
        ("The field is illegal, should not be negative", { $0.hostedQueues[1]?[0].queueId = -1 }),
        ("The endOffset is smaller than the start offset", { $0.hostedQueues[1]?[0].endOffset = -2 }),
        (
            "The gen does not increase monotonically",
            { $0.hostedQueues[1]?.append(LogicQueueItem(gen: 0, queueId: 2, brokerName: "b", logicOffset: 9)) }
        ),
        (
            "The base logic offset does not increase monotonically",
            { $0.hostedQueues[1]?.append(LogicQueueItem(gen: 1, queueId: 2, brokerName: "b", logicOffset: 0)) }
        ),
        (
            "The non-latest item has negative logic offset",
            { mapping in
                mapping.hostedQueues[1]?[0].logicOffset = -1
                mapping.hostedQueues[1]?.append(
                    LogicQueueItem(gen: 1, queueId: 2, brokerName: "b", logicOffset: -1))
            }
        ),
    ]

    @Test(arguments: refused.indices) func `a mapping that contradicts itself or what is known is refused`(
        _ index: Int
    ) throws {
        let (remark, change) = Self.refused[index]
        try withSandbox { sandbox, admin in
            _ = try await admin.send(request(mapping()), to: sandbox.address())
            var wrong = mapping()
            change(&wrong)
            let refusal = try await admin.refusal(of: request(wrong), by: sandbox.address())
            #expect(refusal?.code == .systemError && refusal?.remark == remark)
            let known = try await admin.send(GetTopicConfig(topic: "S"), to: sandbox.address())
            #expect(known.mappingDetail == mapping())
        }
    }

    @Test func `force takes any epoch, and keeps the queues that are not named`() throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.send(request(mapping()), to: sandbox.address())
            var older = mapping(epoch: 5)
            older.hostedQueues[1] = nil
            _ = try await admin.send(request(older, force: true), to: sandbox.address())
            let known = try await admin.send(GetTopicConfig(topic: "S"), to: sandbox.address()).mappingDetail
            #expect(known?.epoch == 5 && known?.hostedQueues == mapping().hostedQueues)
        }
    }

    @Test func `name servers hear which queues a broker leads`() throws {
        try withSandbox { sandbox, admin in
            var mapping = mapping()
            mapping.hostedQueues[1]?.append(
                LogicQueueItem(gen: 1, queueId: 0, brokerName: "broker-b", logicOffset: 10_000))
            _ = try await admin.send(request(mapping), to: sandbox.address())
            let info = try #require(try await admin.route(of: "S").topicQueueMappingByBroker?["broker-a"])
            #expect(info.currIdMap == [0: 0] && info.totalQueues == 2 && info.epoch == 1000)
            #expect(info.scope == "__global__" && info.dirty == false)
        }
    }

    @Test func `a system topic cannot become a static one, and a deleted one is forgotten`() throws {
        try withSandbox { sandbox, admin in
            let system = UpdateAndCreateStaticTopic(TopicConfig(topicName: "TBW102"), mapping(), force: false)
            #expect(try await admin.refusal(of: system, by: sandbox.address())?.code == .invalidParameter)
            _ = try await admin.send(request(mapping()), to: sandbox.address())
            _ = try await admin.send(DeleteTopicInBroker(topic: "S"), to: sandbox.address())
            _ = try await admin.send(UpdateAndCreateTopic(TopicConfig(topicName: "S")), to: sandbox.address())
            let config = try await admin.send(GetTopicConfig(topic: "S"), to: sandbox.address())
            #expect(config.mappingDetail == nil)
        }
    }
}
