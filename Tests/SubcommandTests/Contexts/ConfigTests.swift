import AdminClient
import CommandKit
import Foundation
import LooseJSON
import Sandbox
import Subcommands
import Testing

/// Lends a bench whose home is an empty folder.
func withHome(
    masters: Int = 1, _ body: @escaping @Sendable (_ bench: Bench, _ home: String) async throws -> Void
) throws {
    try Bench.with(masters: masters) { bench async throws in
        try await withTemporaryFolder { home in
            var bench = bench
            (bench.environment, bench.folder) = (["HOME": home], home)
            try await body(bench, home)
        }
    }
}

@Suite struct ConfigTests {
    private func mode(of path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func `what is set is added to what was there, for the user alone`() throws {
        try withHome { bench, home async throws in
            let path = "\(home)/.config/mqadmin/config.yaml"
            _ = try await bench.run("config set dev --namesrvAddr 127.0.0.1:9876 --timeout 3s")
            #expect(try mode(of: path) == 0o600 && mode(of: "\(home)/.config/mqadmin") == 0o700)
            let changed = try await bench.run("config set dev --access-key me --protected")
            #expect(changed.text.contains("changed in \(path)"))
            #expect(
                text(of: path) == """
                    contexts:
                      dev:
                        namesrvAddr: '127.0.0.1:9876'
                        accessKey: me
                        timeout: '3s'
                        protected: true

                    """)
        }
    }

    @Test func `the current context is marked, and forgotten when it is deleted`() throws {
        try withHome { bench, home async throws in
            let path = "\(home)/.config/mqadmin/config.yaml"
            _ = try await bench.run("config set dev -n 127.0.0.1:9876 --timeout 3s --access-key me --protected")
            _ = try await bench.run("config use dev")
            let list = try await bench.run("config list --json").json()["contexts"]?.array
            #expect(list?.count == 1 && list?[0]["name"] == "dev" && list?[0]["current"] == true)
            #expect(list?[0]["namesrvAddr"] == "127.0.0.1:9876" && list?[0]["protected"] == true)
            let held = try await bench.run("config get dev --output csv")
            #expect(held.text.contains("timeout,3s,\r\n") && held.text.contains("accessKey,me,\r\n"))
            _ = try await bench.run("config set dev --unset timeout,protected")
            #expect(text(of: path)?.contains("timeout") == false && text(of: path)?.contains("protected") == false)
            _ = try await bench.run("config delete dev")
            #expect(text(of: path) == "contexts: {}\n", "the current one is forgotten with it")
            let none = try await bench.run("config list")
            #expect(none.lines.count == 1 && none.notes.count == 1)
            #expect(try names(in: "\(home)/.config/mqadmin") == ["config.yaml"], "nothing else is left there")
        }
    }

    @Test(arguments: [
        "config set", "config set dev", "config set a/b -n h:1", "config set dev --origin -n h:1",
        "config use", "config list dev", "config set dev --unset timeot", "config get", "config view --protected",
        "config set dev --secret-key hunter2", "config shred dev", "config test",
    ]) func `what makes no sense is a usage error, and writes nothing`(_ line: String) throws {
        try withHome { bench, home async throws in
            let error = await bench.failure(line)
            #expect(error is UsageError || error is NoNameServerError, "\(String(describing: error))")
            #expect(!"\(String(describing: error))".contains("for secretKey 'hunter2'"))
            #expect(try names(in: home).isEmpty)
        }
    }

    @Test(arguments: ["use", "get", "delete", "view", "test"])
    func `a context that is not there is not found, with the nearest`(_ action: String) throws {
        try withHome { bench, _ async throws in
            _ = try await bench.run("config set prod -n h:1")
            let error = await bench.failure("config \(action) prdo")
            #expect(error is NotFoundError && "\(String(describing: error))".contains("'prod'"))
        }
    }

    @Test func `without a home folder there is no file`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("config set dev -n h:1") is UsageError)
            #expect(try await bench.run("config list").lines.count == 1)
        }
    }

    @Test func `a path of a secret does not depend on the current directory`() throws {
        try withHome { bench, home async throws in
            _ = try await bench.run("config set dev --access-key me --secret-key-file key")
            let path = "\(home)/.config/mqadmin/config.yaml"
            #expect(text(of: path)?.contains("secretKey: file:\(home)/key\n") == true, "\(text(of: path) ?? "")")
        }
    }

    @Test func `view says what holds and why, and shows no secret`() throws {
        try withHome { bench, home async throws in
            var bench = bench
            _ = try await bench.run("config set dev -n h:1 --timeout 3s --output yaml")
            _ = try await bench.run("config use dev")
            bench.environment["MQADMIN_TIMEOUT"] = "7s"
            bench.environment["ROCKETMQ_ACL_SECRET_KEY"] = "hunter2"
            let outcome = try await bench.run("config view --origin -n other:2")
            let rows = outcome.lines.map { $0.split(separator: " ", maxSplits: 2).map { $0.filter { $0 != " " } } }
            #expect(rows.contains(["namesrvAddr", "other:2", "-n"]))
            #expect(rows.contains(["timeout", "7s", "MQADMIN_TIMEOUT"]))
            #expect(rows.contains(["output", "yaml", "context'dev'in\(home)/.config/mqadmin/config.yaml"]))
            #expect(rows.contains(["compat", "5", "thedefault"]))
            #expect(rows.contains(["secretKey", "***", "ROCKETMQ_ACL_SECRET_KEY"]))
            #expect(!outcome.text.contains("hunter2"))
            #expect(!(try await bench.run("config view")).text.contains("default"))
        }
    }

    @Test func `test asks every name server and broker, and names those that fail`() throws {
        try withHome(masters: 2) { bench, _ async throws in
            _ = try await bench.run("config set box -n \(bench.sandbox.nameServerAddress);127.0.0.1:1")
            let outcome = try await bench.run("config test box --json")
            let checks = try #require(try outcome.json()["checks"]?.array)
            #expect(
                checks.map { $0["address"]?.string }
                    == [bench.sandbox.nameServerAddress] + bench.sandbox.brokers.map(\.address).sorted())
            #expect(outcome.failures.map(\.target) == ["127.0.0.1:1"])
            _ = try await bench.run("config set dead -n 127.0.0.1:1")
            #expect(await bench.failure("config test dead") is ConnectError)
        }
    }

    @Test func `a shell is offered actions, then contexts`() throws {
        try withHome { bench, _ async throws in
            _ = try await bench.run("config set dev -n \(bench.sandbox.nameServerAddress)")
            _ = try await bench.run("config set prod -n 127.0.0.1:1 --access-key me --secret-key cmd:false")
            #expect(try await bench.run("__complete config -- mqadmin config").lines.contains("view"))
            #expect(try await bench.run("__complete config -- mqadmin config use").lines == ["dev", "prod"])
            #expect(try await bench.run("__complete context -- mqadmin --context").lines == ["dev", "prod"])
            _ = try await bench.run("config use prod")
            let topics = try await bench.run("__complete topic -- mqadmin --context dev topicRoute -t")
            #expect(topics.lines.contains("TopicTest"))
        }
    }
}
