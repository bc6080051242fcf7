import AdminClient
import CommandKit
import LooseJSON
import Subcommands
import Testing

@Suite struct SelectionTests {
    @Test func `columns, order and filter hold in every format`() throws {
        try Bench.with(masters: 2, topics: "A:1,B:3,C:2") { bench async throws in
            let line = "clusterList --columns brokerName,brokerId --sort -brokerName"
            let text = try await bench.run(line, "--filter", "brokerId>=0,brokerName~broker")
            #expect(text.lines == ["brokerName  brokerId", "broker-b    0", "broker-a    0"])
            let json = try await bench.run(line, "--json").json()["items"]?.array
            #expect(
                json?.map(\.description) == [
                    #"{"brokerName":"broker-b","brokerId":0}"#, #"{"brokerName":"broker-a","brokerId":0}"#,
                ])
            #expect(
                try await bench.run(line, "--output", "csv").text.hasPrefix("brokerName,brokerId\r\nbroker-b,0\r\n"))
            let same = try await bench.run("clusterList --sort -brokerName")
            #expect(same.lines.count == 3 && same.lines[1].contains("broker-b") && same.lines[0].hasPrefix("#Cluster"))
        }
    }

    @Test(arguments: [
        ("--sort topic", ["A", "B", "TopicTest"]), ("--sort -topic", ["TopicTest", "B", "A"]),
        ("--sort=-topic --filter topic!=B", ["TopicTest", "A"]), ("--filter topic~opic", ["TopicTest"]),
        ("--filter topic=A", ["A"]), ("--filter topic>A --sort topic", ["B", "TopicTest"]),
        ("--filter topic<=B,topic!=A", ["B"]), ("--filter topic=None", []),
    ]) func `topics are picked`(_ options: String, _ names: [String]) throws {
        try Bench.with(topics: "A:1,B:3,TopicTest:2") { bench async throws in
            let kept = Set(["A", "B", "TopicTest"])
            let lines = try await bench.run("topicList \(options)").lines.map(String.init)
            #expect(lines.filter { kept.contains($0) } == names, "\(lines)")
        }
    }

    @Test(arguments: [
        "topicList --columns nope", "topicList --sort topci", "topicList --filter lag>1", "version --sort version",
        "topicList --filter topic", "topicList --filter >1", "topicList --columns ,", "topicList --sort -",
        "deleteTopic -t TopicTest -c DefaultCluster --columns nope",
    ]) func `what cannot be drawn is a usage error, before anything is done`(_ line: String) throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure(line) is UsageError)
            _ = try await bench.admin.route(of: "TopicTest")
        }
    }

    @Test func `lag is the name of the difference too`() throws {
        let entry = try catalog.entry("consumerProgress")
        let selection = try catalog.parse(["consumerProgress", "--sort", "-lag", "--filter", "lag>1000"]).globals
            .selection
        try selection.check(entry.shape)
        #expect(throws: UsageError.self) { try selection.check(catalog.entry("topicList").shape) }
    }

    @Test func `every command has a schema, and help tells of all of them`() throws {
        try Bench.with { bench async throws in
            for entry in catalog.entries {
                let schema = try await bench.run("schema \(entry.about.name)").json()
                #expect(schema["$schema"]?.string?.contains("2020-12") == true)
                #expect(schema["properties"] != nil || schema["anyOf"] != nil)
                _ = try await bench.run("help \(entry.about.name) --json").json()
            }
            #expect(try await bench.run("schema topicList").text.hasPrefix("{\n"))
            #expect(try await bench.run("schema topicList --json").json()["anyOf"]?.array?.count == 2)
            #expect(await bench.failure("schema nosuch") is UsageError)
            let all = try await bench.run("help --json").json()
            let shown = catalog.entries.filter { !$0.about.isHidden }
            #expect(all["commands"]?.array?.count == shown.count)
            let topic = all["commands"]?.array?.first { $0["name"] == "updateTopic" }
            let option = topic?["options"]?.array?.first { $0["long"] == "topic" }
            #expect(option?["short"] == "t" && option?["required"] == true)
            #expect(all["exitStatuses"]?.array?.count == ExitStatus.allCases.count)
        }
    }
}
