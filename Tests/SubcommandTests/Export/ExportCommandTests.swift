import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Subcommands
import Testing

@testable import Sandbox

@Suite struct ExportCommandTests {
    private func json(of path: String) throws -> JSON { try JSON(parsing: try #require(text(of: path)).utf8) }

    @Test func `exportMetadata writes the users' topics and groups, those of a cluster taken together`() throws {
        try Bench.with(masters: 2) { bench async throws in
            try await withTemporaryFolder { folder async throws in
                _ = try await bench.run("updateSubGroup -c DefaultCluster -g GroupTest")
                let lines = try await bench.run("exportMetadata -c DefaultCluster -f \(folder)").lines
                #expect(lines == ["export \(folder)/metadata.json success"])
                let file = try json(of: "\(folder)/metadata.json")
                #expect(file["topicConfigTable"]?.members?.map(\.key) == ["TopicTest"])
                #expect(file["topicConfigTable"]?["TopicTest"]?["readQueueNums"]?.int == 8)
                #expect(file["subscriptionGroupTable"]?["GroupTest"]?["retryQueueNums"]?.int == 2)
                #expect(file["exportTime"]?.int != nil)
                let report = try await bench.run("exportMetadata -b \(bench.broker) -t -f \(folder) --json").json()
                #expect(report["file"]?.string == "\(folder)/topic.json" && report["topics"]?.int == 1)
                #expect(try json(of: "\(folder)/topic.json")["dataVersion"] != nil)
            }
        }
    }

    @Test func `exportMetadata of a cluster that is not there writes nothing`() throws {
        try Bench.with { bench async throws in
            try await withTemporaryFolder { folder async throws in
                #expect(await bench.failure("exportMetadata -c Nope -f \(folder)") is NotFoundError)
                #expect(await bench.failure("exportMetadata -b \(bench.broker) -f \(folder)") is UsageError)
                #expect(try names(in: folder).isEmpty)
            }
        }
    }

    @Test func `exportConfigs writes the size of the cluster and settings of its masters`() throws {
        try Bench.with(masters: 2, slaves: 1) { bench async throws in
            try await withTemporaryFolder { folder async throws in
                let lines = try await bench.run("exportConfigs -c DefaultCluster -f \(folder)").lines
                #expect(lines == ["export \(folder)/configs.json success"])
                let file = try json(of: "\(folder)/configs.json")
                #expect(
                    file["clusterScale"] == ["namesrvSize": 1, "slaveBrokerSize": 2, "masterBrokerSize": 2])
                #expect(file["brokerConfigs"]?.members?.map(\.key) == ["broker-a", "broker-b"])
                #expect(file["brokerConfigs"]?["broker-b"]?["brokerClusterName"]?.string == "DefaultCluster")
                let report = try await bench.run("exportConfigs -c DefaultCluster -f \(folder) --json").json()
                #expect(report["brokers"]?.int == 2)
                #expect(await bench.failure("exportConfigs -c Nope -f \(folder)") is NotFoundError)
            }
        }
    }

    @Test func `exportMetrics writes load and clients of the masters`() throws {
        try Bench.with(topics: "A:1,B:1") { bench async throws in
            try await withTemporaryFolder { folder async throws in
                try await consume(bench, "GroupTest", "A")
                let lines = try await bench.run("exportMetrics -c DefaultCluster -f \(folder)").lines
                #expect(lines == ["export \(folder)/metrics.json success"])
                let file = try json(of: "\(folder)/metrics.json")
                let broker = file["evaluateReport"]?["broker-a"]
                #expect(broker?["runtimeVersion"]?["rocketmqVersion"]?.string == "V5_3_3")
                #expect(broker?["runtimeQuota"]?["topicSize"]?.int == 2)
                #expect(broker?["runtimeQuota"]?["groupSize"]?.int == 1)
                #expect(broker?["runtimeVersion"]?["clientInfo"]?.array?.count == 1)
                #expect(file["totalData"]?["totalTps"]?["totalNormalInTps"] != nil)
                let report = try await bench.run("exportMetrics -c DefaultCluster -f \(folder) --json").json()
                #expect(report["file"]?.string == "\(folder)/metrics.json")
                #expect(await bench.failure("exportMetrics -c Nope -f \(folder)") is NotFoundError)
            }
        }
    }

    @Test func `exportPopRecord asks masters and slaves, or says whom it would ask`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let lines = { (isDry: Bool) in
                bench.sandbox.brokers.map {
                    "Export broker records, brokerName=broker-a, brokerAddr=\($0.address), dryRun=\(isDry)"[...]
                }
            }
            #expect(try await bench.run("exportPopRecord -c DefaultCluster").lines == lines(false))
            #expect(try await bench.run("exportPopRecord -c DefaultCluster -d true").lines == lines(true))
            let items = try await bench.run("exportPopRecord -b \(bench.broker) --json").json()["items"]?.array
            #expect(items?.map { $0["brokerAddr"]?.string } == [bench.broker])
            #expect(await bench.failure("exportPopRecord -c Nope") is NotFoundError)
        }
    }

    /// Makes a client of a group known, and stay.
    private func consume(_ bench: Bench, _ group: String, _ topic: String) async throws {
        let broker = try #require(PeerAddress(bench.broker))
        let heartbeat = """
            {"clientID":"c","consumerDataSet":[{"consumeFromWhere":0,"consumeType":1,"groupName":"\(group)",\
            "messageModel":1,"subscriptionDataSet":[{"topic":"\(topic)","subString":"*"}]}],"producerDataSet":[]}
            """
        _ = try await bench.admin.send(HeartBeat(data: HeartbeatData(body: Array(heartbeat.utf8))), to: broker)
    }
}
