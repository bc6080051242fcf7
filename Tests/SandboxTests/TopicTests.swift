import AdminClient
import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct TopicTests {
    private func create(_ name: String, queues: Int = 4, _ attributes: String? = nil) -> UpdateAndCreateTopic {
        UpdateAndCreateTopic(TopicConfig(topicName: name, queues: queues), attributes: attributes)
    }

    @Test func `a topic that was created has a route by the time of the answer`() throws {
        try withSandbox { sandbox, admin in
            for number in 0..<20 {
                _ = try await admin.send(create("T\(number)", queues: 5), to: sandbox.address())
                let route = try await admin.route(of: "T\(number)")
                #expect(route.queueDatas[0].readQueueNums == 5)
            }
            let config = try await admin.send(GetTopicConfig(topic: "T7"), to: sandbox.address())
            #expect(config == TopicTable.config("T7", 5))
        }
    }

    @Test func `changing a topic changes its route`() throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.send(create("T"), to: sandbox.address())
            _ = try await admin.send(create("T", queues: 9), to: sandbox.address())
            #expect(try await admin.route(of: "T").queueDatas[0].writeQueueNums == 9)
            _ = try await admin.send(create("T", queues: 9), to: sandbox.address())
        }
    }

    @Test func `a topic of fewer queues than none has none, and one of too many a limit`() throws {
        #expect(TopicTable.config("T", .max).readQueues == 0..<65_536)
        #expect(TopicTable.config("T", .max).writeQueues == 0..<65_536)
        try withSandbox { sandbox, admin in
            _ = try await admin.send(create("T", queues: -1), to: sandbox.address())
            await sandbox.commit(0, of: "G", topic: "T")
            let stats = try await admin.send(GetTopicStatsInfo(topic: "T"), to: sandbox.address())
            let progress = try await admin.send(GetConsumeStats(group: "G"), to: sandbox.address())
            #expect(stats.offsetTable.isEmpty && progress.offsetTable.isEmpty)
            let all = try await admin.send(GetConsumeStatsInBroker(isOrder: false), to: sandbox.address())
            #expect(all.totalDiff == 0)
        }
    }

    @Test func `topics created at once are all there`() throws {
        try withSandbox { sandbox, admin in
            let results = await admin.gather(Array(0..<100)) { number in
                _ = try await admin.send(create("T\(number)"), to: sandbox.address())
                _ = try await admin.route(of: "T\(number)")
            }
            #expect(results.allSatisfy { (try? $0.get()) != nil })
        }
    }

    @Test(arguments: [
        ("a b", 29, "The specified topic contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$"),
        (" ", 29, "The specified topic is blank."),
        (String(repeating: "x", count: 128), 29, "The specified topic is longer than topic max length."),
        ("TBW102", 29, "The topic[TBW102] is conflict with system topic."),
        ("broker-a", 29, "The topic[broker-a] is conflict with system topic."),
        ("rmq_sys_mine", 29, "The topic[rmq_sys_mine] is conflict with system topic."),
    ])
    func `a name that a topic cannot have is refused`(_ name: String, _ code: Int, _ remark: String) throws {
        try withSandbox { sandbox, admin in
            let refusal = try await admin.refusal(of: create(name), by: sandbox.address())
            #expect(refusal?.code.rawValue == code)
            #expect(refusal?.remark == remark)
        }
    }

    @Test(arguments: [
        ("+nosuch=1", "unsupported key: nosuch"),
        ("nosuch=1", "add/alter attribute format is wrong: nosuch"),
        ("nosuch", "delete attribute format is wrong: nosuch"),
        ("+message.type=X", "value is not in set: [UNSPECIFIED, MIXED, TRANSACTION, FIFO, DELAY, NORMAL]"),
        ("-message.type", "only add attribute is supported while creating topic. key: message.type"),
        ("+message.type=FIFO,+message.type=NORMAL", "key duplication: +message.type"),
        ("+=1", "kv string format wrong."), ("+a+b=1", "kv string format wrong."),
        ("+reserve.time=7", "Update topic reserveTime not supported"),
        ("+reserve.time=-7", "value is not in range(-1, 9223372036854775807)"),
    ])
    func `attributes that a topic cannot have are refused`(_ attributes: String, _ remark: String) throws {
        try withSandbox { sandbox, admin in
            let refusal = try await admin.refusal(of: create("T", attributes), by: sandbox.address())
            #expect(refusal?.code == .systemError)
            #expect(refusal?.remark == remark)
            let missing = try await admin.refusal(of: GetTopicConfig(topic: "T"), by: sandbox.address())
            #expect(missing?.code == .topicNotExist)
            #expect(missing?.remark == "No topic in this broker. topic: T")
        }
    }

    @Test func `attributes are added, changed, kept and removed`() throws {
        try withSandbox { sandbox, admin in
            let address = sandbox.address()
            _ = try await admin.send(create("T", "+message.type=FIFO,+queue.type=SimpleCQ"), to: address)
            _ = try await admin.send(create("T", queues: 6), to: address)
            _ = try await admin.send(create("T", queues: 6, "+message.type=DELAY"), to: address)
            var config = try await admin.send(GetTopicConfig(topic: "T"), to: address)
            #expect(config.attributes == ["message.type": "DELAY", "queue.type": "SimpleCQ"])
            let refusal = try await admin.refusal(of: create("T", "-queue.type"), by: address)
            #expect(refusal?.remark == "attempt to update an unchangeable attribute. key: queue.type")
            _ = try await admin.send(create("T", "-message.type"), to: address)
            config = try await admin.send(GetTopicConfig(topic: "T"), to: address)
            #expect(config.attributes == ["queue.type": "SimpleCQ"])
            let mixed = try await admin.refusal(of: create("T", "+message.type=MIXED"), by: address)
            #expect(mixed?.remark == "MIXED message type is not supported.")
        }
    }

    @Test func `a deleted topic is gone with its messages and offsets`() throws {
        try withSandbox { sandbox, admin in
            let address = sandbox.address()
            _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: address)
            await sandbox.commit(1, of: "G", topic: "T")
            #expect(try await admin.send(QueryTopicConsumeByWho(topic: "T"), to: address).groupList == ["G"])
            _ = try await admin.send(DeleteTopicInBroker(topic: "T"), to: address)
            #expect(try await admin.send(QueryTopicConsumeByWho(topic: "T"), to: address).groupList.isEmpty)
            #expect(try await admin.send(GetMaxOffset(topic: "T", queueId: 0), to: address).offset == 0)
            #expect(try await admin.refusal(of: GetTopicConfig(topic: "T"), by: address)?.code == .topicNotExist)
            #expect(try await admin.refusal(of: DeleteTopicInBroker(topic: "T"), by: address) == nil)
            let system = try await admin.refusal(of: DeleteTopicInBroker(topic: "TBW102"), by: address)
            #expect(system?.code == .invalidParameter)
        }
    }
}

extension Sandbox {
    /// What a consumer of `group` would have committed on the first broker.
    func commit(_ offset: Int, of group: String, topic: String, queue: Int = 0) {
        broker(0).offsets.commit(offset, of: group, in: QueueKey(topic: topic, queue: queue))
    }
}
