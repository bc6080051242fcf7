import Foundation
import PeerSupport
import Testing

extension EndToEnd {
    @Suite struct ContextTests {
        /// Runs `body` with an environment whose home is an empty folder.
        private func withHome(_ body: @escaping @Sendable ([String: String]) async throws -> Void) async throws {
            let home = "/tmp/mqadmin-home-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
            defer { try? FileManager.default.removeItem(atPath: home) }
            try await body(["HOME": home])
        }

        @Test func `a context stands in for -n, and protects its cluster`() throws {
            try withSandbox { address in
                try await withHome { home in
                    expectSuccess(
                        try await Run.mqadmin("config", "set", "box", "-n", address, "--protected", environment: home))
                    expectSuccess(try await Run.mqadmin("config", "use", "box", environment: home))
                    expectSuccess(try await Run.mqadmin("topicList", environment: home))
                    let refused = try await Run.mqadmin(
                        "deleteTopic", "-c", "DefaultCluster", "-t", "TopicTest", "--yes", environment: home)
                    expectFailure(refused, status: 9, saying: "'box' is protected", "--confirm-context box")
                    let done = try await Run.mqadmin(
                        "deleteTopic", "-c", "DefaultCluster", "-t", "TopicTest", "--confirm-context", "box",
                        environment: home)
                    expectSuccess(done)
                }
            }
        }

        @Test func `a file that others may read is refused, but help works`() throws {
            try onLoop {
                try await withHome { home in
                    let path = "\(home["HOME"] ?? "")/config.yaml"
                    try Data("contexts: {}".utf8).write(to: URL(filePath: path))
                    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
                    let named = ["MQADMIN_CONFIG": path]
                    let run = try await Run.mqadmin("topicList", "-n", deadAddress, environment: named)
                    expectFailure(run, status: 2, saying: "chmod 600 \(path)")
                    #expect(run.errorLines.count == 1)
                    for command in ["help", "version"] {
                        expectSuccess(try await Run.mqadmin(command, environment: named))
                    }
                }
            }
        }

        @Test func `an unknown context, and one that the command line overrides`() throws {
            try withSandbox { address in
                try await withHome { home in
                    let missing = try await Run.mqadmin("topicList", "--context", "prod", environment: home)
                    expectFailure(missing, status: 2, saying: "no context 'prod'")
                    let absent = try await Run.mqadmin("config", "get", "prod", environment: home)
                    expectFailure(absent, status: 4, saying: "no context 'prod'")
                    _ = try await Run.mqadmin("config", "set", "dead", "-n", deadAddress, environment: home)
                    let asked = ["topicList", "--context", "dead"]
                    let variables = home.merging(["NAMESRV_ADDR": address]) { $1 }
                    let run = try await Process.start(asked, environment: variables).finish(within: .seconds(20))
                    #expect(run.status == 0 && run.errors.contains("NAMESRV_ADDR is used"))
                    expectSuccess(
                        try await Run.mqadmin("topicList", "--context", "dead", "-n", address, environment: home))
                }
            }
        }

        @Test func `an access key without a secret key is an error where nobody can be asked`() throws {
            try onLoop {
                let run = try await Run.mqadmin("topicList", "-n", deadAddress, "--access-key", "me")
                expectFailure(run, status: 2, saying: "'me'", "--secret-key-file")
                let bare = try await Run.mqadmin(
                    "topicList", "-n", deadAddress, "--access-key", "me", "--secret-key", "hunter2")
                #expect(bare.status == 2 && bare.errors.contains("env:VARIABLE") && !bare.errors.contains("hunter2"))
            }
        }
    }
}
