import AdminClient
import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct RetryTests {
    private func sent(_ sandbox: Sandbox, _ admin: Admin) async throws -> MessageID {
        await sandbox.configure("messageDelayLevel", "1s 1h")
        let sent = try await admin.send(TestMessage(topic: "T", text: "x").request, to: sandbox.address())
        return try #require(MessageID(sent.header.msgId))
    }

    @Test func `a message that a consumer sends back comes again in the retry topic`() throws {
        try withSandbox { sandbox, admin in
            let id = try await sent(sandbox, admin)
            let back = ConsumerSendMsgBack(offset: id.offset, group: "G", delayLevel: 1)
            _ = try await admin.send(back, to: sandbox.address())
            _ = try await admin.route(of: "%RETRY%G")
            #expect(try await sandbox.eventually { await sandbox.messages(in: "%RETRY%G").count == 1 })
            let retry = await sandbox.messages(in: "%RETRY%G")[0]
            #expect(retry.reconsumeTimes == 1)
            #expect(retry.properties["RETRY_TOPIC"] == "T")
            #expect(retry.properties["ORIGIN_MESSAGE_ID"] == id.description)
            #expect(retry.uniqueKey == "U1")
            #expect(retry.tags == "TagA")
        }
    }

    @Test func `each time the broker waits a level longer, and after the last there is a dead letter`() throws {
        try withSandbox { sandbox, admin in
            let id = try await sent(sandbox, admin)
            await sandbox.configure("messageDelayLevel", "1h 1h 1h 1h 1h 1h")
            var config = SubscriptionGroupConfig("G")
            config.retryMaxTimes = 1
            _ = try await admin.send(UpdateAndCreateSubscriptionGroup(config: config), to: sandbox.address())
            let back = ConsumerSendMsgBack(offset: id.offset, group: "G", delayLevel: 0)
            _ = try await admin.send(back, to: sandbox.address())
            let first = try #require(await sandbox.messages(in: "SCHEDULE_TOPIC_XXXX", queue: 2).first)
            #expect(first.properties["DELAY"] == "3")
            #expect(first.properties["REAL_TOPIC"] == "%RETRY%G")
            let again = ConsumerSendMsgBack(offset: first.commitLogOffset, group: "G", delayLevel: 0)
            _ = try await admin.send(again, to: sandbox.address())
            let dead = try #require(await sandbox.messages(in: "%DLQ%G").first)
            #expect(dead.reconsumeTimes == 2)
            #expect(dead.properties["ORIGIN_MESSAGE_ID"] == id.description)
            #expect(try await admin.route(of: "%DLQ%G").queueDatas[0].perm == 6)
            // The client's own limit counts more than the group's.
            var patient = again
            patient.maxReconsumeTimes = 5
            _ = try await admin.send(patient, to: sandbox.address())
            #expect(await sandbox.messages(in: "SCHEDULE_TOPIC_XXXX", queue: 3).count == 1)
        }
    }

    @Test func `a consumer that wants no other try makes a dead letter at once`() throws {
        try withSandbox { sandbox, admin in
            let id = try await sent(sandbox, admin)
            let back = ConsumerSendMsgBack(offset: id.offset, group: "G", delayLevel: -1)
            _ = try await admin.send(back, to: sandbox.address())
            #expect(await sandbox.messages(in: "%DLQ%G").count == 1)
        }
    }

    @Test func `what cannot be sent back is refused`() throws {
        var options = SandboxOptions()
        options.createsGroups = false
        try withSandbox(options) { sandbox, admin in
            let id = try await sent(sandbox, admin)
            let unknown = ConsumerSendMsgBack(offset: id.offset, group: "G", delayLevel: 0)
            let refusal = try await admin.refusal(of: unknown, by: sandbox.address())
            #expect(refusal?.code == .subscriptionGroupNotExist)
            #expect(refusal?.remark.hasPrefix("subscription group not exist, G ") == true)
            var config = SubscriptionGroupConfig("G")
            _ = try await admin.send(UpdateAndCreateSubscriptionGroup(config: config), to: sandbox.address())
            for offset in [id.offset + 1, -1, Int.max] {
                let nothing = ConsumerSendMsgBack(offset: offset, group: "G", delayLevel: 0)
                let refusal = try await admin.refusal(of: nothing, by: sandbox.address())
                #expect(refusal?.remark == "look message by offset failed, \(offset)")
            }
            config.retryQueueNums = 0
            _ = try await admin.send(UpdateAndCreateSubscriptionGroup(config: config), to: sandbox.address())
            _ = try await admin.send(unknown, to: sandbox.address())
            #expect(await sandbox.messages(in: "SCHEDULE_TOPIC_XXXX", queue: 2).isEmpty)
        }
    }

    @Test func `a retry that its client stores itself becomes a dead letter past the limit`() throws {
        try withSandbox { sandbox, admin in
            var request = TestMessage(topic: "%RETRY%G", text: "x").request
            (request.reconsumeTimes, request.maxReconsumeTimes) = (3, 3)
            _ = try await admin.send(request, to: sandbox.address())
            #expect(await sandbox.messages(in: "%RETRY%G").count == 1)
            request.reconsumeTimes = 4
            _ = try await admin.send(request, to: sandbox.address())
            let dead = try #require(await sandbox.messages(in: "%DLQ%G").first)
            #expect(dead.properties["DELAY"] == "-1")
            #expect(await sandbox.messages(in: "%RETRY%G").count == 1)
        }
    }

    @Test func `a group that consumes in order has no retries, only dead letters`() throws {
        try withSandbox { sandbox, admin in
            let queue = MessageQueue(topic: "T", brokerName: "broker-a", queueId: 0)
            let lock = QueuesOfClient(consumerGroup: "G", clientId: "c1", mqSet: [queue])
            _ = try await admin.send(LockBatchMQ(wanted: lock), to: sandbox.address())
            _ = try await admin.send(TestMessage(topic: "%RETRY%G", text: "x").request, to: sandbox.address())
            #expect(await sandbox.messages(in: "%DLQ%G").count == 1)
        }
    }
}
