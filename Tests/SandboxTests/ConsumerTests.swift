import AdminClient
import AdminProtocol
import LooseJSON
import Remoting
import Testing

@testable import Sandbox

@Suite struct ConsumerTests {
    /// A heartbeat as the C++ client writes it, with numbers for enums.
    private func heartbeat(_ client: String, group: String = "G", tags: String = "*") throws -> HeartBeat {
        let text = """
            {"clientID":"\(client)","consumerDataSet":[{"consumeFromWhere":0,"consumeType":1,"groupName":"\(group)",
            "messageModel":1,"subscriptionDataSet":[{"subString":"\(tags)","subVersion":"1795174091709","topic":"T"}]}],
            "producerDataSet":[{"groupName":"PG"}]}
            """
        return HeartBeat(data: try HeartbeatData(body: Array(text.utf8)))
    }

    @Test func `a heartbeat makes a group, its retry topic and its connection known`() throws {
        try withSandbox { sandbox, admin in
            let address = sandbox.address()
            let offline = try await admin.refusal(of: GetConsumerConnectionList(group: "G"), by: address)
            #expect(offline?.code == .consumerNotOnline)
            #expect(offline?.remark == "the consumer group[G] not online")
            #expect(try await admin.send(try heartbeat("c1"), to: address).IS_SUB_CHANGE)
            _ = try await admin.route(of: "%RETRY%G")
            let online = try await admin.send(GetConsumerConnectionList(group: "G"), to: address)
            #expect(online.connectionSet.map(\.clientId) == ["c1"])
            #expect(online.connectionSet[0].language == "OTHER")
            #expect(online.consumeType == "CONSUME_PASSIVELY")
            #expect(online.messageModel == "CLUSTERING")
            #expect(online.consumeFromWhere == "CONSUME_FROM_LAST_OFFSET")
            #expect(online.subscriptionTable["T"]?.subVersion == 1_795_174_091_709)
            #expect(
                try await admin.send(GetConsumerListByGroup(consumerGroup: "G"), to: address).consumerIdList == ["c1"])
            #expect(try await admin.send(QueryTopicConsumeByWho(topic: "T"), to: address).groupList == ["G"])
            let producers = try await admin.send(GetProducerConnectionList(producerGroup: "PG"), to: address)
            #expect(producers.connectionSet.map(\.clientId) == ["c1"])
            let groups = try await admin.send(GetAllSubscriptionGroupConfig(), to: address)
            #expect(groups.subscriptionGroupTable["G"]?.retryMaxTimes == 16)
        }
    }

    @Test func `clients leave by saying so or by closing their connection`() throws {
        try withSandbox { sandbox, admin in
            let address = sandbox.address()
            _ = try await admin.send(try heartbeat("c1"), to: address)
            do {
                let wire = try await Wire.connect(to: address, on: sandbox.loop)
                try await wire.send(try heartbeat("c2").frame(opaque: 1))
                _ = try await wire.frame()
                let both = try await admin.send(GetConsumerConnectionList(group: "G"), to: address)
                #expect(both.connectionSet.map(\.clientId) == ["c1", "c2"])
            }
            #expect(
                try await sandbox.eventually {
                    let left = try await admin.send(GetConsumerConnectionList(group: "G"), to: address)
                    return left.connectionSet.map(\.clientId) == ["c1"]
                })
            _ = try await admin.send(UnregisterClient(clientID: "c1", consumerGroup: "G"), to: address)
            let offline = try await admin.refusal(of: GetConsumerConnectionList(group: "G"), by: address)
            #expect(offline?.code == .consumerNotOnline)
            let nobody = try await admin.refusal(of: GetConsumerListByGroup(consumerGroup: "G"), by: address)
            #expect(nobody?.remark == "no consumer for this group, G")
        }
    }

    @Test func `offsets are committed, asked for and part of a group's progress`() throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 2)]
        try withSandbox(options) { sandbox, admin in
            let address = sandbox.address()
            let query = QueryConsumerOffset(consumerGroup: "G", topic: "T", queueId: 0)
            let unknown = try await admin.refusal(of: query, by: address)
            #expect(unknown?.remark == "Not found, V3_0_6_SNAPSHOT maybe this group consumer boot first")
            for _ in 0..<5 { _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: address) }
            #expect(try await admin.send(query, to: address).offset == 0)
            let commit = UpdateConsumerOffset(consumerGroup: "G", topic: "T", queueId: 0, commitOffset: 3)
            let noGroup = try await admin.refusal(of: commit, by: address)
            #expect(noGroup?.code == .subscriptionGroupNotExist)
            #expect(noGroup?.remark == "Group G not exist!")
            _ = try await admin.send(try heartbeat("c1"), to: address)
            _ = try await admin.send(commit, to: address)
            #expect(try await admin.send(query, to: address).offset == 3)
            let stats = try await admin.send(GetConsumeStats(group: "G"), to: address)
            #expect(stats.offsetTable.map(\.key.queueId) == [0, 1])
            let first = try #require(stats.offsetTable.first)
            #expect(first.value.brokerOffset.value == 5)
            #expect(first.value.consumerOffset.value == 3)
            #expect(first.value.pullOffset?.value == 3)
            #expect(first.value.lastTimestamp > 1_700_000_000_000)
        }
    }

    @Test func `a connected group shows only the topics that it still subscribes to`() throws {
        try withSandbox { sandbox, admin in
            let address = sandbox.address()
            for topic in ["T", "Old"] {
                _ = try await admin.send(TestMessage(topic: topic, text: "x").request, to: address)
                await sandbox.commit(1, of: "G", topic: topic)
            }
            var stats = try await admin.send(GetConsumeStats(group: "G"), to: address)
            #expect(Set(stats.offsetTable.map(\.key.topic)) == ["T", "Old"])
            _ = try await admin.send(try heartbeat("c1"), to: address)
            stats = try await admin.send(GetConsumeStats(group: "G"), to: address)
            #expect(Set(stats.offsetTable.map(\.key.topic)) == ["T"])
            #expect(try await admin.send(GetConsumeStats(group: "None"), to: address).offsetTable.isEmpty)
        }
    }

    @Test func `groups are created, changed and deleted with their offsets`() throws {
        try withSandbox { sandbox, admin in
            let address = sandbox.address()
            var config = SubscriptionGroupConfig("Mine")
            config.retryMaxTimes = 3
            _ = try await admin.send(UpdateAndCreateSubscriptionGroup(config: config), to: address)
            var groups = try await admin.send(GetAllSubscriptionGroupConfig(), to: address).subscriptionGroupTable
            #expect(groups["Mine"]?.retryMaxTimes == 3)
            #expect(groups.count == 9)
            await sandbox.commit(1, of: "Mine", topic: "TBW102")
            _ = try await admin.send(DeleteSubscriptionGroup(groupName: "Mine", cleanOffset: true), to: address)
            groups = try await admin.send(GetAllSubscriptionGroupConfig(), to: address).subscriptionGroupTable
            #expect(groups["Mine"] == nil)
            #expect(try await admin.send(GetConsumeStats(group: "Mine"), to: address).offsetTable.isEmpty)
        }
    }
}
