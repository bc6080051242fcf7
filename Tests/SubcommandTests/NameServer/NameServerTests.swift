import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct NameServerTests {
    @Test func `getNamesrvConfig prints a heading and a line for each property, as Java does`() throws {
        try Bench.with { bench async throws in
            let server = bench.sandbox.nameServerAddress
            let lines = try await bench.run("getNamesrvConfig --output text").lines.map(String.init)
            #expect(lines[0] == "============\(server)============")
            #expect(lines.contains("clusterTest                                       =  false"))
            #expect(lines.dropFirst() == lines.dropFirst().sorted()[...])
            let json = try await bench.run("getNamesrvConfig --json").json()
            let item = try #require(json["items"]?.array?.first)
            #expect(item["server"]?.string == server)
            #expect(item["properties"]?["listenPort"]?.string == server.split(separator: ":").last.map(String.init))
        }
    }

    @Test func `updateNamesrvConfig changes a property of each name server`() throws {
        try Bench.with { bench async throws in
            let server = bench.sandbox.nameServerAddress
            let outcome = try await bench.run("updateNamesrvConfig -k clusterTest -v true")
            #expect(outcome.lines == ["update name server config success![\(server)]", "clusterTest : true"])
            let lines = try await bench.run("getNamesrvConfig").lines
            #expect(lines.contains("clusterTest                                       =  true"))
            let json = try await bench.run("updateNamesrvConfig -k clusterTest -v false --json").json()
            #expect(json["items"]?.array?.map { $0["server"]?.string } == [server])
        }
    }

    @Test func `name servers keep to what is changed`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateOrderConf -t TopicTest -m put -v broker-a:4")
            #expect(try await bench.admin.route(of: "TopicTest").orderTopicConf == "broker-a:4")
            _ = try await bench.run("updateNamesrvConfig -k orderMessageEnable -v false")
            #expect(try await bench.admin.route(of: "TopicTest").orderTopicConf == nil)
            _ = try await bench.run("updateNamesrvConfig -k enableAllTopicList -v false")
            let error = await bench.failure("topicList -c") as? BrokerError
            #expect(error?.code == .systemError && error?.remark == "disable")
        }
    }

    @Test func `updateNamesrvConfig changes nothing that is locked or only looked at, and needs a name`() throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("updateNamesrvConfig -k kvConfigPath -v /tmp/x")
            #expect((error as? BrokerError)?.code == .noPermission)
            let plan = await bench.failure("updateNamesrvConfig -k clusterTest -v true --dry-run") as? Plan
            #expect(plan?.steps == ["name server \(bench.sandbox.nameServerAddress)"])
            let lines = try await bench.run("getNamesrvConfig").lines
            #expect(lines.contains("clusterTest                                       =  false"))
            #expect(await bench.failure("updateNamesrvConfig -v true") is UsageError)
            #expect(await bench.failure("getNamesrvConfig surplus") is UsageError)
        }
    }

    @Test func `updateKvConfig and deleteKvConfig say what they did, and do it`() throws {
        try Bench.with { bench async throws in
            let server = bench.sandbox.nameServerAddress
            let set = try await bench.run("updateKvConfig -s N -k color -v green")
            #expect(set.text == "create or update kv config to namespace success.\n")
            #expect(try await bench.admin.kvConfig(namespace: "N", key: "color") == "green")
            let json = try await bench.run("updateKvConfig -s N -k color -v blue --json").json()
            #expect(json["items"]?.array?.map { $0["server"]?.string } == [server])
            #expect(try await bench.admin.kvConfig(namespace: "N", key: "color") == "blue")
            let gone = try await bench.run("deleteKvConfig -s N -k color")
            #expect(gone.text == "delete kv config from namespace success.\n")
            #expect(try await bench.admin.kvConfig(namespace: "N", key: "color") == nil)
            let again = try await bench.run("deleteKvConfig -s N -k color --json").json()
            #expect(again["items"]?.array?.map { $0["server"]?.string } == [server])
        }
    }

    @Test func `a value needs a namespace, a key and a name server, and a dry run deletes none`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("updateKvConfig -s N -k color") is UsageError)
            #expect(await bench.failure("deleteKvConfig -k color") is UsageError)
            _ = try await bench.run("updateKvConfig -s N -k color -v green")
            #expect(await bench.failure("deleteKvConfig -s N -k color --dry-run") is Plan)
            #expect(try await bench.admin.kvConfig(namespace: "N", key: "color") == "green")
        }
    }
}
