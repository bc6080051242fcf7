import AdminClient
import AdminProtocol
import EventLoop
import LooseJSON
import Remoting
import Testing

@testable import Sandbox

@Suite struct NameServerTests {
    @Test func `a route names the queues and brokers of a topic`() throws {
        var options = SandboxOptions()
        (options.masters, options.slavesPerMaster) = (2, 1)
        options.topics = [.init(name: "T", queues: 3)]
        try withSandbox(options) { sandbox, admin in
            let route = try await admin.askNameServer(GetRouteInfoByTopic(topic: "T"))
            #expect(route.queueDatas.map(\.brokerName) == ["broker-a", "broker-b"])
            #expect(route.queueDatas.map(\.writeQueueNums) == [3, 3])
            #expect(route.brokerDatas[1].brokerAddrs == [0: sandbox.brokers[2].address, 1: sandbox.brokers[3].address])
            #expect(route.orderTopicConf == nil)
        }
    }

    @Test func `a topic without a route is refused in the words of 5.3.3`() throws {
        try withSandbox { sandbox, admin in
            let refusal = try await admin.refusal(of: GetRouteInfoByTopic(topic: "No"), by: sandbox.nameServer)
            #expect(refusal?.code == .topicNotExist)
            #expect(
                refusal?.remark == "No topic route info in name server for the topic: No\n"
                    + "See https://rocketmq.apache.org/docs/bestPractice/06FAQ for further details.")
        }
    }

    @Test(arguments: [(400, nil, false), (401, nil, true), (400, "true", true), (63, "false", false)])
    func `a route is standard JSON for those who read it`(
        _ version: Int, _ wish: String?, _ isStandard: Bool
    ) throws {
        try withSandbox { sandbox, _ in
            let wire = try await Wire.connect(to: sandbox.nameServer, on: sandbox.loop)
            var frame = Frame(code: 105, opaque: 1)
            frame.version = version
            frame.fields["topic"] = "TBW102"
            frame.fields["acceptStandardJsonOnly"] = wish
            try await wire.send(frame)
            let text = String(decoding: try await wire.frame().body, as: UTF8.self)
            #expect(text.contains(isStandard ? "{\"0\":" : "{0:"))
        }
    }

    @Test func `values are kept by namespace and order configurations join the route`() throws {
        try withSandbox { sandbox, admin in
            let order = KVNamespace.orderTopicConfig
            let missing = try await admin.refusal(of: GetKVConfig(namespace: order, key: "T"), by: sandbox.nameServer)
            #expect(missing?.code == .queryNotFound)
            #expect(missing?.remark == "No config item, Namespace: ORDER_TOPIC_CONFIG Key: T")
            _ = try await admin.askNameServer(PutKVConfig(namespace: order, key: "TBW102", value: "broker-a:4"))
            #expect(try await admin.askNameServer(GetKVConfig(namespace: order, key: "TBW102")).value == "broker-a:4")
            let route = try await admin.askNameServer(GetRouteInfoByTopic(topic: "TBW102"))
            #expect(route.orderTopicConf == "broker-a:4")
            _ = try await admin.askNameServer(DeleteKVConfig(namespace: order, key: "TBW102"))
            #expect(try await admin.askNameServer(GetRouteInfoByTopic(topic: "TBW102")).orderTopicConf == nil)
        }
    }

    @Test func `deleting a topic of one cluster leaves the others' routes`() throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.askNameServer(DeleteTopicInNameServer(topic: "TBW102", clusterName: "Other"))
            _ = try await admin.askNameServer(GetRouteInfoByTopic(topic: "TBW102"))
            let delete = DeleteTopicInNameServer(topic: "TBW102", clusterName: "DefaultCluster")
            _ = try await admin.askNameServer(delete)
            let gone = try await admin.refusal(of: GetRouteInfoByTopic(topic: "TBW102"), by: sandbox.nameServer)
            #expect(gone?.code == .topicNotExist)
            _ = try await admin.askNameServer(DeleteTopicInNameServer(topic: "SELF_TEST_TOPIC", clusterName: nil))
            #expect(try await !admin.askNameServer(GetAllTopicList()).topicList.contains("SELF_TEST_TOPIC"))
        }
    }

    @Test func `a topic that the name server forgot comes back with the next heartbeat`() throws {
        var options = SandboxOptions()
        options.registrationInterval = .milliseconds(50)
        try withSandbox(options) { sandbox, admin in
            _ = try await admin.askNameServer(DeleteTopicInNameServer(topic: "TBW102", clusterName: nil))
            #expect(
                try await sandbox.eventually {
                    try await admin.askNameServer(GetAllTopicList()).topicList.contains("TBW102")
                })
        }
    }

    @Test func `write permission is taken away and given back`() throws {
        try withSandbox { sandbox, admin in
            let wiped = try await admin.askNameServer(WipeWritePermOfBroker(brokerName: "broker-a"))
            #expect(wiped.wipeTopicCount == 14)
            let route = try await admin.askNameServer(GetRouteInfoByTopic(topic: "SELF_TEST_TOPIC"))
            #expect(route.queueDatas[0].perm == 4)
            #expect(try await admin.askNameServer(AddWritePermOfBroker(brokerName: "broker-a")).addTopicCount == 14)
            #expect(try await admin.askNameServer(WipeWritePermOfBroker(brokerName: "x")).wipeTopicCount == 0)
        }
    }
}
