import AdminClient
import CommandKit
import Foundation
import Subcommands
import Testing

@Suite struct ConfigurationTests {
    private func write(_ text: String, to path: String, mode: Int = 0o600) throws {
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func load(_ home: String, _ more: [String: String] = [:], folder: String? = nil) throws -> Configuration {
        let environment = ["HOME": home].merging(more) { $1 }
        return try Configuration.load(environment: { environment[$0] }, folder: folder ?? home)
    }

    /// What loading fails with.
    private func problem(_ home: String, _ more: [String: String] = [:], folder: String? = nil) -> String {
        do {
            _ = try load(home, more, folder: folder)
            return "nothing"
        } catch { return "\(error)" }
    }

    private let one = "current: a\ncontexts:\n  a: {namesrvAddr: 'h:1'}\n"

    @Test func `the file is MQADMIN_CONFIG, or else XDG's, or else that of the home folder`() async throws {
        try await withTemporaryFolder { home in
            #expect(try load(home).contexts.isEmpty)
            for (name, path, more) in [
                ("home", ".config/mqadmin/config.yaml", [:]),
                ("xdg", "xdg/mqadmin/config.yaml", ["XDG_CONFIG_HOME": "\(home)/xdg"]),
                ("named", "mine.yaml", ["XDG_CONFIG_HOME": "\(home)/xdg", "MQADMIN_CONFIG": "\(home)/mine.yaml"]),
            ] {
                try write("contexts: {\(name): {vip: true}}", to: "\(home)/\(path)")
                #expect(try load(home, more).contexts.map(\.name) == [name])
            }
            #expect(try load(home, ["XDG_CONFIG_HOME": "relative"]).contexts.map(\.name) == ["home"])
            #expect(try load(home, ["MQADMIN_CONFIG": "\(home)/none"]).contexts.isEmpty)
        }
    }

    @Test func `a file that others may read or write is refused, with the line to run`() async throws {
        try await withTemporaryFolder { home in
            let path = "\(home)/.config/mqadmin/config.yaml"
            for (mode, word) in [(0o644, "read"), (0o640, "read"), (0o604, "read"), (0o602, "write"), (0o660, "write")]
            {
                try write(one, to: path, mode: mode)
                #expect(problem(home).hasSuffix("other users may \(word) it; run: chmod 600 \(path)"))
            }
            try write(one, to: "\(home)/it's", mode: 0o644)
            #expect(problem(home, ["MQADMIN_CONFIG": "\(home)/it's"]).hasSuffix("chmod 600 '\(home)/it'\\''s'"))
        }
    }

    @Test(arguments: [
        ("contexts:\n  a:\n    namesrvaddr: h:1\n", "line 3: unknown key 'namesrvaddr'; did you mean 'namesrvAddr'?"),
        ("contxts: {}\n", "line 1: unknown key 'contxts'; did you mean 'contexts'?"),
        ("contexts: {a: {timeout: soon}}", "timeout 'soon': expected a duration"),
        ("contexts: {a: {namesrvAddr: h}}", "'h' has no port"), ("contexts: {a: {output: xml}}", "output 'xml'"),
        ("contexts: {a: {protected: maybe}}", "protected 'maybe'"), ("contexts: {a: {addrMap: x}}", "addrMap 'x'"),
        ("contexts: {a: {compat: 6}}", "compat '6'"), ("contexts: [a]\n", "contexts has to be a list"),
        ("contexts: {a: {timeout: [1]}}", "timeout has to be a text"),
        ("contexts: {'a b': {}}", "no name for a context"),
        ("contexts: {a: {secretKey: hunter2}}", "secretKey: expected env:VARIABLE, file:PATH or cmd:COMMAND"),
        ("a: &x 1", "anchors"), ("contexts: {a: {}, a: {}}", "twice"), ("[", "no YAML"),
    ]) func `what a file says wrongly is told of with its line`(_ text: String, _ words: String) async throws {
        try await withTemporaryFolder { home in
            let path = "\(home)/.config/mqadmin/config.yaml"
            try write(text, to: path)
            let problem = problem(home)
            #expect(problem.hasPrefix("\(path): line ") && problem.contains(words), "\(problem)")
            #expect(!problem.contains("hunter2") && !problem.contains("\n"))
        }
    }

    @Test func `what is no file is refused`() async throws {
        try await withTemporaryFolder { home in
            #expect(problem(home, ["MQADMIN_CONFIG": home]).contains("is no file"))
            #expect(problem(home, ["MQADMIN_CONFIG": "/dev/zero"]).contains("is no file"))
        }
    }

    @Test func `the nearest file up to the root of the checkout comes first`() async throws {
        try await withTemporaryFolder { home in
            try write(
                "current: own\ncontexts: {own: {}, both: {timeout: 1s}}", to: "\(home)/.config/mqadmin/config.yaml")
            try write(one, to: "\(home)/.mqadmin.yaml", mode: 0o644)
            try write("current: both\ncontexts: {both: {timeout: 2s}}", to: "\(home)/git/.mqadmin.yaml", mode: 0o644)
            try write("", to: "\(home)/git/.git/HEAD")
            try write("", to: "\(home)/git/deep/er/file")
            for folder in ["git", "git/deep", "git/deep/er"] {
                let found = try load(home, folder: "\(home)/\(folder)")
                #expect(found.current == "both" && found.contexts.map(\.name) == ["both", "own"])
                #expect(found.contexts[0].file == "\(home)/git/.mqadmin.yaml")
            }
            #expect(try load(home).current == "a", "outside a checkout, the folder itself")
            try write("", to: "\(home)/plain/file")
            #expect(try load(home, folder: "\(home)/plain").current == "own", "and nothing above it")
            #expect(try load(home, ["MQADMIN_CONFIG": "\(home)/none"]).current == nil)
        }
    }

    @Test(arguments: [
        "secretKey: 'cmd:touch /tmp/x'", "secretKey: 'file:~/.ssh/id_rsa'", "accessKey: env:HOME",
        "securityToken: env:AWS_SECRET_ACCESS_KEY",
    ]) func `a file that comes with a project runs nothing and takes nothing`(_ line: String) async throws {
        try await withTemporaryFolder { home in
            try write("contexts: {a: {\(line)}}", to: "\(home)/.mqadmin.yaml")
            #expect(problem(home).contains("a file that comes with a project"))
            try write("contexts: {a: {accessKey: me, secretKey: 'env:MQ_KEY'}}", to: "\(home)/.mqadmin.yaml")
            #expect(try load(home).contexts.count == 1)
            try write("contexts: {a: {accessKey: me}}", to: "\(home)/.mqadmin.yaml", mode: 0o644)
            #expect(problem(home).contains("chmod 600"), "credentials are nobody else's business")
        }
    }
}
