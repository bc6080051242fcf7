import AdminClient
import AdminProtocol
import EventLoop
import Remoting
import Testing

@testable import Sandbox

@Suite struct RegistrationTests {
    private func stranger(id: Int = 0, address: String = "10.0.0.1:10911") throws -> RegisterBroker {
        let version = DataVersion(counter: 1, timestamp: 1)
        let topics = ["X": TopicTable.config("X", 2), "Y": TopicTable.config("Y", 1)]
        let body = RegisterBrokerBody(topicConfigSerializeWrapper: TopicConfigWrapper(topics, version: version))
        return RegisterBroker(
            brokerName: "stranger", brokerAddr: address, clusterName: "Far", haServerAddr: "10.0.0.1:10912",
            brokerId: id, body: try body.bodyBytes())
    }

    @Test func `a broker that registers is known, and unregistering forgets it and its cluster`() throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.askNameServer(try stranger())
            let slave = try await admin.askNameServer(try stranger(id: 1, address: "10.0.0.2:10911"))
            #expect(slave.masterAddr == "10.0.0.1:10911")
            #expect(slave.haServerAddr == "10.0.0.1:10912")
            var info = try await admin.clusterInfo()
            #expect(info.clusterAddrTable["Far"] == ["stranger"])
            #expect(try await admin.askNameServer(GetTopicsByCluster(cluster: "Far")).topicList == ["X", "Y"])
            for (id, address) in [(0, "10.0.0.1:10911"), (1, "10.0.0.2:10911")] {
                let goodbye = UnregisterBroker(
                    brokerName: "stranger", brokerAddr: address, clusterName: "Far", brokerId: id)
                _ = try await admin.askNameServer(goodbye)
            }
            info = try await admin.clusterInfo()
            #expect(info.clusterAddrTable.keys.sorted() == ["DefaultCluster"])
            #expect(try await !admin.askNameServer(GetAllTopicList()).topicList.contains("X"))
        }
    }

    @Test func `a broker that falls silent is dropped`() throws {
        var options = SandboxOptions()
        (options.brokerExpiry, options.expiryScan) = (.seconds(2), .milliseconds(20))
        options.registrationInterval = .milliseconds(40)
        try withSandbox(options) { sandbox, admin in
            _ = try await admin.askNameServer(try stranger())
            #expect(try await admin.clusterInfo().brokerAddrTable["stranger"] != nil)
            #expect(
                try await sandbox.eventually {
                    try await admin.clusterInfo().brokerAddrTable.keys.sorted() == ["broker-a"]
                })
        }
    }

    @Test func `heartbeats come once an interval, not all at once`() throws {
        var options = SandboxOptions()
        (options.masters, options.registrationInterval) = (10, .milliseconds(200))
        try withSandbox(options) { sandbox, _ in
            try await sandbox.loop.sleep(until: .after(.milliseconds(1100)))
            for rounds in await sandbox.registrationRounds { #expect((2...8).contains(rounds)) }
        }
    }

    @Test func `a broker whose connection ends is dropped at once`() throws {
        try withSandbox { sandbox, admin in
            do {
                let wire = try await Wire.connect(to: sandbox.nameServer, on: sandbox.loop)
                try await wire.send(try stranger().frame(opaque: 1))
                #expect(try await wire.frame().code == 0)
                #expect(try await admin.clusterInfo().brokerAddrTable["stranger"] != nil)
            }
            #expect(
                try await sandbox.eventually { try await admin.clusterInfo().brokerAddrTable["stranger"] == nil })
        }
    }

    @Test func `a broker that is stopped says good-bye and its port is closed`() throws {
        var options = SandboxOptions()
        options.masters = 2
        try withSandbox(options) { sandbox, admin in
            try await sandbox.stop(sandbox.brokers[1])
            #expect(try await admin.clusterInfo().brokerAddrTable.keys.sorted() == ["broker-a"])
            await #expect(throws: (any Error).self) {
                _ = try await admin.send(GetBrokerRuntimeInfo(), to: sandbox.address(1), within: .seconds(1))
            }
        }
    }

    @Test func `one topic of an unknown broker, and a body with a wrong checksum, are refused`() throws {
        try withSandbox { sandbox, admin in
            var request = try stranger()
            request.bodyCrc32 = 1
            #expect(try await admin.refusal(of: request, by: sandbox.nameServer)?.remark == "crc32 not match")
            request.bodyCrc32 = Int(MessageStore.checksum(request.body))
            #expect(try await admin.refusal(of: request, by: sandbox.nameServer) == nil)
            request = try stranger()
            request.brokerName = "other"
            let version = DataVersion(counter: 1, timestamp: 1)
            let wrapper = TopicConfigWrapper(["X": TopicTable.config("X", 1)], version: version)
            request.body = try RegisterBrokerBody(topicConfigSerializeWrapper: wrapper).bodyBytes()
            #expect(try await admin.refusal(of: request, by: sandbox.nameServer)?.remark == "register broker failed")
        }
    }

    @Test func `a slave that became master leaves no trace of the slave`() throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.askNameServer(try stranger(id: 1))
            _ = try await admin.askNameServer(try stranger(id: 0))
            #expect(try await admin.clusterInfo().brokerAddrTable["stranger"]?.brokerAddrs == [0: "10.0.0.1:10911"])
        }
    }
}

extension Sandbox {
    var registrationRounds: [Int] { brokers.indices.map { broker($0).registration.rounds } }
}
