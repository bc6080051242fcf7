import AdminClient
import AdminProtocol
import CommandKit
import EventLoop
import Foundation
import LooseJSON
import Remoting
import Sandbox
import Subcommands
import Synchronization
import Testing

/// What a command did.
struct Outcome: Sendable {
    var text = ""
    /// What the user was told beside the result.
    var notes: [String] = []
    var failures: [Failure] = []

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }

    /// The text as JSON, by this project's parser; what a stricter one would refuse is an error.
    func json() throws -> JSON {
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try JSON(parsing: text.utf8)
    }

    /// The list of the JSON's rows.
    func items(_ key: String = "items") throws -> [JSON] { try #require(try json()[key]?.array) }
}

/// A sandbox, and command lines that run on it in this process.
struct Bench: Sendable {
    let sandbox: Sandbox
    let admin: Admin
    /// Answers the question of a destructive command; nil where standard input is no terminal.
    var confirm: (@Sendable (String) async throws -> Bool)?
    /// The variables that a command sees.
    var environment: [String: String] = [:]
    /// The current directory.
    var folder = "."

    /// Lends a sandbox with the topic TopicTest.
    static func with(
        masters: Int = 1, slaves: Int = 0, controllers: Int = 0, container: Bool = false,
        topics: String = "TopicTest:4", clusters: String = "DefaultCluster", credentials: Credentials? = nil,
        access: AccessControl? = nil, version: Generation = .v5,
        _ body: @escaping @Sendable (Bench) async throws -> Void
    ) throws {
        var options = SandboxOptions()
        options.masters = masters
        (options.slavesPerMaster, options.controllers, options.hasContainer) = (slaves, controllers, container)
        (options.clusterName, options.access, options.serverVersion) = (clusters, access, version)
        options.topics = try SandboxOptions.topics(parsing: topics)
        let ready = options
        let loop = EventLoop()
        try loop.run {
            try await Sandbox.with(ready, on: loop) { sandbox in
                let servers = try NameServerList(parsing: sandbox.nameServerAddress)
                let settings = Admin.Settings(nameServers: servers, credentials: credentials)
                try await Admin.with(loop, settings) { try await body(Bench(sandbox: sandbox, admin: $0)) }
            }
        }
    }

    /// Runs a command line, whose words are split at blanks, as `mqadmin` does.
    func run(_ line: String, _ more: String...) async throws -> Outcome {
        try await run(words: line.split(separator: " ").map(String.init) + more)
    }

    /// Runs a command that does not end by itself until what it has printed is enough.
    func run(_ line: String, until isEnough: @escaping (String) -> Bool) async throws -> Outcome {
        try await run(words: line.split(separator: " ").map(String.init), until: isEnough)
    }

    private struct Enough: Error {}

    /// Runs a command line.
    func run(
        words: [String], until isEnough: @escaping (String) -> Bool = { _ in false }
    ) async throws -> Outcome {
        let invocation = try catalog.parse(words)
        let command = try #require(invocation.command)
        let entry = try #require(invocation.entry)
        try invocation.globals.selection.check(entry.shape)
        let notes = Mutex<[String]>([])
        let session = Session(
            admin: admin, edition: invocation.edition, folder: folder,
            environment: { [environment] in environment[$0] }, globals: invocation.globals,
            protection: try effective(invocation.globals).protection, confirm: confirm
        ) { note in notes.withLock { $0.append(note) } }
        var bytes: [UInt8] = []
        var outcome = Outcome()
        let drawing = Drawing(
            invocation.globals.format, kind: entry.about.name, selection: invocation.globals.selection
        ) { more in
            bytes += more
            if isEnough(String(decoding: bytes, as: UTF8.self)) { throw Enough() }
        }
        do { outcome.failures = try await drawing.draw(command.run(in: session)) } catch is Enough {}
        outcome.text = String(decoding: bytes, as: UTF8.self)
        // Columns that are left out are not there, of course.
        if invocation.globals.format == .json, invocation.globals.selection.columns == nil {
            try expectValid(outcome.text, for: entry)
        }
        outcome.notes = notes.withLock { $0 }
        return outcome
    }

    /// What a command line fails with.
    func failure(_ line: String, _ more: String...) async -> (any Error)? {
        do {
            let outcome = try await run(([line] + more).joined(separator: " "))
            Issue.record("it should have failed, but printed \(outcome.text)")
            return nil
        } catch { return error }
    }

    /// Commits an offset for a group, which exists from then on.
    func commit(_ group: String, _ offset: Int, topic: String = "TopicTest", queue: Int = 0) async throws {
        let broker = try #require(PeerAddress(broker))
        try await ConnectedClient(id: "committer", group: group).connected(to: self) {
            let commit = UpdateConsumerOffset(
                consumerGroup: group, topic: topic, queueId: queue, commitOffset: offset)
            _ = try await admin.send(commit, to: broker)
        }
        // The broker hears of the client's leaving when it reads from the connection again.
        for _ in 0..<200 where try await !admin.producers(at: broker).isEmpty {
            try await admin.loop.sleep(until: .after(.milliseconds(10)))
        }
    }

    /// The address of the first broker.
    var broker: String { sandbox.brokers[0].address }

    /// The addresses of the controllers, as `-a` takes them.
    var controllers: String { sandbox.controllerAddresses.joined(separator: ";") }
}

extension Admin {
    /// The producer groups that are connected to a broker.
    fileprivate func producers(at broker: PeerAddress) async throws -> [String] {
        try await send(GetAllProducerInfo(), to: broker).data?.map(\.key) ?? []
    }
}
