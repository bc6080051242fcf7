import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct SendingTests {
    @Test func `a stored message comes back as it was, by offset id`() throws {
        try withSandbox { sandbox, admin in
            let sent = try await admin.send(TestMessage(topic: "T", text: "hello 世界").request, to: sandbox.address())
            #expect(sent.header.queueId == 0)
            #expect(sent.header.queueOffset == 0)
            #expect(sent.header.transactionId == "U1")
            let id = try #require(MessageID(sent.header.msgId))
            #expect(id.address.description == sandbox.brokers[0].address)
            let stored = try await admin.send(ViewMessageByID(topic: "T", offset: id.offset), to: sandbox.address())
            let message = try #require(stored.messages.first)
            #expect(String(decoding: message.body, as: UTF8.self) == "hello 世界")
            #expect(message.bornTimestamp == 1_000)
            #expect(message.bornHost.host == "127.0.0.1")
            #expect(message.offsetID == sent.header.msgId)
            #expect(message.bodyCRC == MessageStore.checksum(message.body))
        }
    }

    @Test func `properties are stored in the order in which a Java broker stores them`() throws {
        try withSandbox { sandbox, admin in
            var message = TestMessage(topic: "T", text: "x")
            message.properties = [("KEYS", "k"), ("region", "eu"), ("TAGS", "A"), ("WAIT", "true"), ("UNIQ_KEY", "U")]
            let sent = try await admin.send(message.request, to: sandbox.address())
            let offset = try #require(MessageID(sent.header.msgId)).offset
            let stored = try await admin.send(ViewMessageByID(topic: nil, offset: offset), to: sandbox.address())
            #expect(
                stored.messages[0].properties.pairs.map(\.name)
                    == ["MSG_REGION", "UNIQ_KEY", "CLUSTER", "region", "TAGS", "KEYS", "WAIT", "TRACE_ON"])
        }
    }

    @Test func `every answer to a send carries region and trace switch`() throws {
        try withSandbox { sandbox, _ in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            for (topic, code) in [("T", 0), ("a b", 29), ("SELF_TEST_TOPIC", 16)] {
                try await wire.send(TestMessage(topic: topic, text: "x").request.frame(opaque: 1))
                let reply = try await wire.frame()
                #expect(reply.code == code)
                #expect(reply.fields["MSG_REGION"] == "DefaultRegion")
                #expect(reply.fields["TRACE_ON"] == "true")
            }
        }
    }

    @Test func `sending creates a topic like the template, and its route`() throws {
        try withSandbox { sandbox, admin in
            var request = TestMessage(topic: "New", text: "x").request
            request.defaultTopicQueueNums = 3
            _ = try await admin.send(request, to: sandbox.address())
            #expect(try await admin.route(of: "New").queueDatas[0].writeQueueNums == 3)
            (request.topic, request.defaultTopicQueueNums) = ("Wide", 100)
            _ = try await admin.send(request, to: sandbox.address())
            #expect(try await admin.route(of: "Wide").queueDatas[0].writeQueueNums == 8)
        }
    }

    @Test func `without auto-creation a topic has to exist, but for those of retries`() throws {
        var options = SandboxOptions()
        options.createsTopics = false
        try withSandbox(options) { sandbox, admin in
            let request = TestMessage(topic: "New", text: "x").request
            let refusal = try await admin.refusal(of: request, by: sandbox.address())
            #expect(refusal?.code == .topicNotExist)
            #expect(
                refusal?.remark == "topic[New] not exist, apply first please!\n"
                    + "See https://rocketmq.apache.org/docs/bestPractice/06FAQ for further details.")
            let retry = TestMessage(topic: "%RETRY%G", text: "x").request
            #expect(try await admin.refusal(of: retry, by: sandbox.address()) == nil)
        }
    }

    @Test func `a queue that the topic does not have is refused, and -1 is any queue`() throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 4)]
        try withSandbox(options) { sandbox, admin in
            var message = TestMessage(topic: "T", text: "x", queue: 4)
            let refusal = try await admin.refusal(of: message.request, by: sandbox.address())
            #expect(refusal?.code == .invalidParameter)
            #expect(
                refusal?.remark.hasPrefix(
                    "request queueId[4] is illegal, TopicConfig [topicName=T, readQueueNums=4, writeQueueNums=4, "
                        + "perm=RW-, topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false, attributes={}] Producer: "
                ) == true)
            message.queue = -1
            var queues: Set<Int> = []
            for _ in 0..<60 {
                queues.insert(try await admin.send(message.request, to: sandbox.address()).header.queueId)
            }
            #expect(queues == [0, 1, 2, 3])
        }
    }

    @Test func `a message over the limit is refused with code 13`() throws {
        var options = SandboxOptions()
        options.maximumMessageSize = 100
        try withSandbox(options) { sandbox, admin in
            let fits = TestMessage(topic: "T", text: String(repeating: "x", count: 100)).request
            #expect(try await admin.refusal(of: fits, by: sandbox.address()) == nil)
            let big = TestMessage(topic: "T", text: String(repeating: "x", count: 101)).request
            let refusal = try await admin.refusal(of: big, by: sandbox.address())
            #expect(refusal?.code == .messageIllegal)
            #expect(refusal?.remark.hasSuffix("body length limit 100B, msg properties length limit 32KB.") == true)
            var wordy = TestMessage(topic: "T", text: "x")
            wordy.properties.append(("long", String(repeating: "y", count: 32_768)))
            #expect(try await admin.refusal(of: wordy.request, by: sandbox.address())?.code == .messageIllegal)
        }
    }
}
