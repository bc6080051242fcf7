import AdminClient
import CommandKit
import Foundation
import LooseJSON
import Sandbox
import Testing

@testable import Subcommands

@Suite struct ToolCommandTests {
    @Test func `help lists the commands, and explains one`() throws {
        try Bench.with { bench async throws in
            let list = try await bench.run("help").text
            #expect(list.contains("topicRoute") && !list.contains("__complete"))
            #expect(try await bench.run("help topicroute").text.hasPrefix("Usage: mqadmin topicRoute "))
            let json = try await bench.run("help topicRoute --json").json()
            #expect(json["name"]?.string == "topicRoute" && json["options"]?.array?.isEmpty == false)
            #expect(await bench.failure("help nosuch") is UsageError)
        }
    }

    @Test func `version says which one this is`() throws {
        try Bench.with { bench async throws in
            #expect(try await bench.run("version").text == "mqadmin \(version), for Apache RocketMQ 4.9 and 5.x\n")
            #expect(try await bench.run("version --json").json()["version"]?.string == version)
            #expect(await bench.failure("version please") is UsageError)
        }
    }

    @Test(arguments: [
        ("topic", "TopicTest"), ("group", "G"), ("broker", "broker-a"), ("cluster", "DefaultCluster"),
    ])
    func `__complete lists the names that a cluster knows`(_ kind: String, _ name: String) throws {
        try Bench.with { bench async throws in
            try await bench.commit("G", 0)
            let text = try await bench.run("__complete \(kind) -- mqadmin topicRoute -t").lines
            #expect(text.dropFirst().contains(name[...]) || text.contains(name[...]))
            let items = try await bench.run("__complete \(kind) --json -- mqadmin x").items()
            #expect(items.contains { $0["name"]?.string == name })
        }
    }

    @Test func `__complete asks the name server of the line, and fails for a kind or a cluster that is not there`()
        throws
    {
        try Bench.with { bench async throws in
            let line = "__complete address -- mqadmin topicRoute -n \(bench.sandbox.nameServerAddress)"
            #expect(try await bench.run(line).lines.contains(bench.broker[...]))
            #expect(await bench.failure("__complete address -- mqadmin x -n 127.0.0.1:1") is ConnectError)
            #expect(await bench.failure("__complete nosuch -- mqadmin") is UsageError)
        }
    }

    @Test func `__docs writes man pages and completions`() throws {
        try Bench.with { bench async throws in
            try await withTemporaryFolder { folder in
                let said = try await bench.run("__docs \(folder)").text
                let json = try await bench.run("__docs \(folder) --json").json()
                let files = try #require(json["files"]?.array?.compactMap { $0.string })
                #expect(said == "wrote \(files.count) files below \(folder)\n")
                #expect(files.contains("man/mqadmin-topicRoute.1") && files.contains("completions/mqadmin.bash"))
                for file in files { #expect(text(of: "\(folder)/\(file)")?.isEmpty == false) }
                #expect(await bench.failure("__docs \(folder)/man/mqadmin.1") is FileError)
            }
        }
    }

    @Test func `sandbox tells where it is, and runs until it is stopped`() throws {
        try Bench.with { bench async throws in
            let lines = try await bench.run("sandbox --port 0 --masters 2 --topics T:3") { !$0.isEmpty }.lines
            #expect(lines.count == 1 && lines[0].hasPrefix("NAMESRV_ADDR=127.0.0.1:"))
            let json = try await bench.run("sandbox --port 0 --masters 2 --json") { !$0.isEmpty }.json()
            #expect(json["brokers"]?.array?.count == 2)
        }
    }

    @Test func `sandbox ends with the status of its command`() throws {
        try Bench.with { bench async throws in
            for (command, status) in [("true", 0), ("false", 1), ("/no/such/program", 127)] as [(String, CInt)] {
                let end = await bench.failure("sandbox --port 0 -- \(command)") as? CommandEnded
                #expect(end?.status == status && (end?.problem != nil) == (status == 127))
            }
        }
    }

    @Test func `sandbox wants numbers that make sense, and a port that is free`() throws {
        try Bench.with { bench async throws in
            let taken = try #require(bench.sandbox.nameServerAddress.split(separator: ":").last)
            for options in ["--masters 0", "--slaves 10", "--topics a/b", "--port 70000", "--port \(taken)"] {
                #expect(await bench.failure("sandbox \(options)") is UsageError, "\(options)")
            }
        }
    }
}
