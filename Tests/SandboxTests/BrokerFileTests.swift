import AdminClient
import AdminProtocol
import EventLoop
import Remoting
import Testing

@testable import Sandbox

@Suite struct BrokerFileTests {
    /// As the distribution has them, but for the ports.
    private static let masterAndSlave = [
        "brokerClusterName=Own\nbrokerName=broker-a\nbrokerId=0\ndeleteWhen=04\nfileReservedTime=48\n"
            + "brokerRole=SYNC_MASTER\nflushDiskType=ASYNC_FLUSH\nautoCreateTopicEnable=false\nmaxMessageSize=2000\n",
        "brokerClusterName=Own\nbrokerName=broker-a\nbrokerId=1\nbrokerRole=SLAVE\nslaveReadEnable=true\n",
    ]

    private func options(_ texts: [String]) throws -> SandboxOptions {
        var options = SandboxOptions()
        options.brokerFiles = try texts.map { try BrokerFile(parsing: $0) }
        if options.brokerFiles.contains(where: \.isControlled) { options.controllers = 1 }
        return options
    }

    @Test func `brokers are what their files say`() throws {
        try withSandbox(try options(Self.masterAndSlave)) { sandbox, admin in
            let info = try await admin.clusterInfo()
            #expect(info.clusterAddrTable == ["Own": ["broker-a"]])
            #expect(info.brokerAddrTable["broker-a"]?.brokerAddrs.keys.sorted() == [0, 1])
            let text = try await admin.send(GetBrokerConfig(), to: sandbox.address())
            for line in ["fileReservedTime=48", "brokerRole=SYNC_MASTER", "maxMessageSize=2000", "brokerId=0"] {
                #expect(text.contains("\(line)\n"))
            }
            let unknown = try await admin.refusal(of: TestMessage(topic: "T", text: "x").request, by: sandbox.address())
            #expect(unknown?.code == .topicNotExist)
            _ = try await admin.send(
                UpdateAndCreateTopic(TopicConfig(topicName: "T", queues: 1)), to: sandbox.address())
            let large = TestMessage(topic: "T", text: String(repeating: "x", count: 2001)).request
            #expect(try await admin.refusal(of: large, by: sandbox.address())?.code == .messageIllegal)
            _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: sandbox.address())
            #expect(await sandbox.texts(sandbox.address(1)) == ["x"])
        }
    }

    @Test func `files make a DLedger group, or brokers under controllers`() throws {
        let ledger = (0...2).map {
            "brokerName=RaftNode00\nenableDLegerCommitLog=true\ndLegerGroup=RaftNode00\ndLegerSelfId=n\($0)\n"
                + "dLegerPeers=n0-127.0.0.1:40911;n1-127.0.0.1:40912;n2-127.0.0.1:40913"
        }
        try withSandbox(try options(ledger)) { _, admin async throws in
            #expect(
                try await admin.clusterInfo().brokerAddrTable["RaftNode00"]?.brokerAddrs.keys.sorted() == [0, 2, 3])
        }
        let controlled = "brokerName=broker-a\nbrokerId=-1\nbrokerRole=SLAVE\nenableControllerMode=true"
        try withSandbox(try options([controlled, controlled])) { sandbox, admin async throws in
            #expect(try await admin.clusterInfo().brokerAddrTable["broker-a"]?.brokerAddrs.keys.sorted() == [0, 2])
            #expect(sandbox.controllerAddresses.count == 1)
        }
    }

    @Test(arguments: [
        ("brokerId=one", "brokerId=one: a whole number"), ("autoCreateTopicEnable=yes", "true or false"),
        ("brokerRole=MASTER", "one of ASYNC_MASTER"), ("listenPort=70000", "a port"),
        ("brokerRole=SLAVE\nbrokerId=0", "slave broker id must be > 0"),
        ("inSyncReplicas=2", "invalid replicas number"),
        ("enableDLegerCommitLog=true\ndLegerSelfId=n9\ndLegerPeers=n0-h:1", "dLegerSelfId=n9"),
    ])
    func `a value that cannot be is named`(_ text: String, _ words: String) {
        #expect { try BrokerFile(parsing: text) } throws: { "\($0)".contains(words) }
    }

    @Test func `names that RocketMQ does not know are found`() throws {
        let file = try BrokerFile(parsing: "brokerNmae=x\nbrokerName=y\nflushDiskType=SYNC_FLUSH\nqueryTopic=1\n# a=b")
        #expect(file.unknownNames == ["brokerNmae", "queryTopic"])
    }

    @Test func `the same broker twice, and a port that is taken, are refused`() throws {
        #expect { try withSandbox(try options(["brokerName=b", "brokerName=b"])) { _, _ in } } throws: {
            "\($0)".contains("the same broker")
        }
        try withSandbox { sandbox, _ in
            let options = try options(["listenPort=\(sandbox.address().port)"])
            await #expect {
                try await Sandbox.with(options, on: sandbox.loop) { _ in }
            } throws: { "\($0)".contains("listenPort=\(sandbox.address().port)") }
        }
    }
}
