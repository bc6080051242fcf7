import AdminClient
import CommandKit
import Sandbox
import Subcommands
import Testing

@Suite struct CompleteValueTests {
    private func names(_ kind: String, _ line: String, _ bench: Bench) async throws -> [String] {
        try await bench.run("__complete \(kind) -- mqadmin \(line)").lines.map(String.init)
    }

    @Test func `topics, brokers, addresses and clusters come from the name server of the line`() throws {
        try Bench.with(clusters: "C1") { bench async throws in
            let line = "topicRoute -n \(bench.sandbox.nameServerAddress) -t"
            #expect(try await names("topic", line, bench).contains("TopicTest"))
            #expect(try await names("broker", line, bench) == ["broker-a"])
            #expect(try await names("address", line, bench) == [bench.broker])
            #expect(try await names("cluster", line, bench) == ["C1"])
        }
    }

    @Test func `the properties of a broker come from the broker of the line, or any of its cluster`() throws {
        try Bench.with { bench async throws in
            for target in ["-b \(bench.broker)", "--brokerAddr=\(bench.broker)", "-c DefaultCluster", ""] {
                let found = try await names("brokerConfig", "updateBrokerConfig \(target) -k", bench)
                #expect(found == found.sorted() && found.contains("brokerClusterName"), "\(target): \(found)")
            }
        }
    }

    @Test func `the properties of a name server come from it`() throws {
        try Bench.with { bench async throws in
            let found = try await names("namesrvConfig", "updateNamesrvConfig -k", bench)
            #expect(found.contains("bindAddress") && !found.contains("brokerClusterName"))
        }
    }

    @Test func `without a server the properties that every one has are offered, soon enough for a shell`() throws {
        try Bench.with { bench async throws in
            let start = ContinuousClock.now
            for (kind, name) in [
                ("brokerConfig", "fileReservedTime"), ("namesrvConfig", "orderMessageEnable"),
                ("controllerConfig", "scanNotActiveBrokerInterval"),
            ] {
                let found = try await names(kind, "x -n 127.0.0.1:1 -b 127.0.0.1:1 -a 127.0.0.1:1 -k", bench)
                #expect(found.contains(name) && !found.contains("brokerClusterName"), "\(found)")
            }
            #expect(ContinuousClock.now - start < .seconds(2))
        }
    }
}
