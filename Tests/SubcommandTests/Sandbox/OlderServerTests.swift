import AdminClient
import CommandKit
import Sandbox
import Subcommands
import Testing

/// Commands on servers of 4.9.8, which know less: with the texts of either version.
@Suite struct OlderServerTests {
    @Test(arguments: ["", " --compat 4.9"])
    func `commands find other ways where servers of 4_9_8 do not know a request`(_ compat: String) throws {
        try Bench.with(version: .v4) { bench async throws in
            #expect(try await bench.run("clusterList\(compat)").text.contains("V4_9_8"))
            _ = try await bench.run("updateTopic -c DefaultCluster -t New\(compat)")
            #expect(try await bench.run("topicList\(compat)").lines.contains("New"))
            let status = try await bench.run("topicStatus -t TopicTest\(compat)").lines
            #expect(status.count { $0.hasPrefix("broker-a") } == 4)
            #expect(try await bench.run("brokerStatus -b \(bench.broker)\(compat)").text.contains("getTransferedTps"))
            try await bench.commit("G", 0)
            #expect(try await bench.run("consumerProgress -g G\(compat)").text.contains("TopicTest"))
        }
    }

    @Test func `what only 5_x can do is refused with the reason`() throws {
        try Bench.with(version: .v4) { bench async throws in
            for line in ["getUser -b \(bench.broker) -u a", "haStatus -b \(bench.broker)"] {
                let error = await bench.failure(line)
                let text = "\(String(describing: error))"
                #expect(text.contains("REQUEST_CODE_NOT_SUPPORTED"), "\(line): \(text)")
            }
        }
    }

    @Test func `a sandbox of 4_9_8 has no controllers`() throws {
        try Bench.with { bench async throws in
            let line = "sandbox --port 0 --server-version 4.9.8"
            #expect(await bench.failure("\(line) --controllers 1") is UsageError)
            #expect(await bench.failure("sandbox --port 0 --server-version 4.8") is UsageError)
            #expect(try await bench.run(line) { !$0.isEmpty }.text.hasPrefix("NAMESRV_ADDR="))
        }
    }
}
