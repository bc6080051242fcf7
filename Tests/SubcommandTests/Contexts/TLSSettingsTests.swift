import AdminClient
import CommandKit
import Subcommands
import Testing

@Suite struct TLSSettingsTests {
    /// Whether a command line, the environment and the context in force ask for TLS.
    private func isSecure(_ bench: Bench, _ line: String = "") throws -> Bool {
        let globals = try catalog.parse(["topicList"] + line.split(separator: " ").map(String.init)).globals
        return try bench.effective(globals).adminSettings { _ in nil }.security != nil
    }

    @Test func `whatever speaks of TLS asks for it, unless something nearer says no`() throws {
        try withHome { bench, _ async throws in
            var bench = bench
            #expect(try !isSecure(bench))
            #expect(try isSecure(bench, "--tls") && isSecure(bench, "--tls-insecure"))
            #expect(try isSecure(bench, "--tls-server-name mq.example"))
            bench.environment["MQADMIN_TLS_SERVER_NAME"] = "mq.example"
            #expect(try isSecure(bench))
            bench.environment["MQADMIN_TLS"] = "false"
            #expect(try !isSecure(bench) && isSecure(bench, "--tls-insecure"))
            bench.environment["MQADMIN_TLS"] = "maybe"
            #expect(throws: UsageError.self) { try isSecure(bench) }
        }
    }

    @Test func `a context asks for TLS, and the environment can refuse it`() throws {
        try withHome { bench, _ async throws in
            var bench = bench
            _ = try await bench.run("config set dev -n dev:1 --tls --tls-server-name mq.example")
            #expect(try !isSecure(bench) && isSecure(bench, "--context dev"))
            let shown = try await bench.run("config view dev --origin").text
            #expect(shown.contains("tlsServerName") && shown.contains("mq.example"))
            bench.environment["MQADMIN_TLS"] = "false"
            #expect(try !isSecure(bench, "--context dev") && isSecure(bench, "--context dev --tls"))
        }
    }

    @Test func `only what is not verified is warned of`() throws {
        try withHome { bench, _ async throws in
            var bench = bench
            for (line, count) in [("--tls", 0), ("--tls-insecure", 1), ("--tls --tls-insecure", 1)] {
                let globals = try catalog.parse(["topicList"] + line.split(separator: " ").map(String.init)).globals
                let notes = try bench.effective(globals).notes
                #expect(notes.count == count && notes.allSatisfy { $0.contains("--tls-insecure") }, "\(notes)")
            }
            bench.environment["MQADMIN_TLS_INSECURE"] = "true"
            #expect(try bench.effective().notes.first?.contains("MQADMIN_TLS_INSECURE") == true)
        }
    }
}
