import AdminClient
import CommandKit
import Foundation
import Remoting
import Sandbox
import Subcommands
import Testing

@Suite struct EffectiveSettingsTests {
    private func settings(_ bench: Bench, _ line: String) throws -> Admin.Settings {
        let globals = try catalog.parse(["topicList"] + line.split(separator: " ").map(String.init)).globals
        return try bench.effective(globals).adminSettings { _ in nil }
    }

    private func servers(_ bench: Bench, _ line: String = "") throws -> String {
        try settings(bench, line).nameServers.addresses.map(\.description).joined(separator: ";")
    }

    @Test func `an option wins over the environment, that over the context, that over the default`() throws {
        try withHome { bench, _ async throws in
            var bench = bench
            _ = try await bench.run("config set dev -n dev:1 --timeout 1s")
            _ = try await bench.run("config set other -n other:1")
            #expect(try servers(bench).isEmpty && settings(bench, "").timeout == .seconds(5))
            _ = try await bench.run("config use dev")
            #expect(try servers(bench) == "dev:1" && settings(bench, "").timeout == .seconds(1))
            #expect(try servers(bench, "--context other") == "other:1")
            bench.environment["MQADMIN_CONTEXT"] = "other"
            #expect(try servers(bench) == "other:1" && servers(bench, "--context dev") == "dev:1")
            bench.environment["NAMESRV_ADDR"] = "env:1"
            #expect(try servers(bench) == "env:1")
            #expect(try servers(bench, "-n line:1") == "line:1")
            let asked = try catalog.parse(["topicList", "--context", "dev"]).globals
            #expect(try bench.effective(asked).notes.first?.contains("NAMESRV_ADDR") == true)
            #expect(try bench.effective().notes.isEmpty)
            #expect(throws: UsageError.self) { try servers(bench, "--context none") }
        }
    }

    @Test func `credentials come from references`() throws {
        try withHome { bench, home async throws in
            var bench = bench
            try Data(" from-file \nrest".utf8).write(to: URL(filePath: "\(home)/key"))
            for (reference, secret) in [
                ("env:THE_KEY", "from-env"), ("file:\(home)/key", "from-file"), ("file:~/key", "from-file"),
                ("cmd:printf 'from-%s' cmd; echo; seq 100000", "from-cmd"),
            ] {
                bench.environment["THE_KEY"] = "from-env"
                let words = ["config", "set", "dev", "--access-key", "me", "--secret-key", reference]
                let globals = try catalog.parse(words).globals
                let credentials = try bench.effective(globals).adminSettings { _ in nil }.credentials
                #expect(credentials == Credentials(accessKey: "me", secretKey: secret))
            }
            for reference in ["env:NONE", "file:\(home)/none", "cmd:exit 3", "cmd:true"] {
                let globals = try catalog.parse(["config", "list", "--access-key", "me", "--secret-key", reference])
                    .globals
                #expect(throws: (any Error).self) { try bench.effective(globals).adminSettings { _ in nil } }
            }
        }
    }

    @Test func `the variables of RocketMQ and its tools.yml keep working`() throws {
        try withHome { bench, home async throws in
            var bench = bench
            try FileManager.default.createDirectory(atPath: "\(home)/conf", withIntermediateDirectories: true)
            let path = "\(home)/conf/tools.yml"
            try Data("accessKey: rocketmq2\nsecretKey: 12345678\nmore: [1]\n".utf8).write(to: URL(filePath: path))
            bench.environment["ROCKETMQ_HOME"] = home
            #expect(
                try settings(bench, "").credentials == Credentials(accessKey: "rocketmq2", secretKey: "12345678"))
            bench.environment["ROCKETMQ_ACL_ACCESS_KEY"] = "env"
            bench.environment["ROCKETMQ_ACL_SECRET_KEY"] = "cmd:literal"
            bench.environment["ROCKETMQ_ACL_SECURITY_TOKEN"] = "token"
            #expect(
                try settings(bench, "").credentials
                    == Credentials(accessKey: "env", secretKey: "cmd:literal", securityToken: "token"))
        }
    }

    @Test func `half of a pair of keys is an error, or asked for`() throws {
        try withHome { bench, _ async throws in
            #expect(throws: UsageError.self) { try settings(bench, "--access-key me") }
            #expect(throws: UsageError.self) { try settings(bench, "--secret-key env:HOME") }
            let globals = try catalog.parse(["topicList", "--access-key", "me"]).globals
            let asked = try bench.effective(globals).adminSettings { $0.contains("me") ? "typed" : nil }
            #expect(asked.credentials?.secretKey == "typed")
        }
    }

    @Test func `a protected context refuses to destroy, unless it is named`() throws {
        try withHome { bench, _ async throws in
            _ = try await bench.run("config set prod -n \(bench.sandbox.nameServerAddress) --protected")
            _ = try await bench.run("config set free -n 127.0.0.1:1")
            let line = "deleteTopic -c DefaultCluster -t TopicTest --yes"
            _ = try await bench.run("config use prod")
            for more in ["", "--confirm-context free", "-n \(bench.sandbox.nameServerAddress) --context free"] {
                let error = await bench.failure("\(line) \(more)")
                #expect(error is ProtectedError && "\(String(describing: error))".contains("--confirm-context prod"))
            }
            #expect(await bench.failure("\(line) --dry-run") is Plan)
            _ = try await bench.run("updateTopic -t Harmless")
            #expect(try await bench.run("\(line) --confirm-context prod").failures.isEmpty)
        }
    }

    @Test func `the edition of a context is known before the command line is read`() throws {
        try withHome { bench, home async throws in
            _ = try await bench.run("config set old --compat 4.9")
            let configuration = try Configuration.load(environment: { ["HOME": home][$0] }, folder: home)
            for line in [["--context", "old", "topicList"], ["topicList", "--context=old"]] {
                #expect(configuration.edition(for: line, environment: { _ in nil }) == .v4)
            }
            #expect(configuration.edition(for: ["topicList"], environment: { _ in nil }) == nil)
            #expect(configuration.edition(for: [], environment: { ["MQADMIN_CONTEXT": "old"][$0] }) == .v4)
        }
    }
}
