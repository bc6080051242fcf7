import AdminClient
import CommandKit
import EventLoop
import Foundation
import LooseJSON
import RecordingSupport
import Sandbox
import Subcommands

/// What a command did on a recording.
struct ReplayOutcome: Sendable {
    var output = ""
    var error: String?
    var failures = 0
    /// Files of the recording that were not written, or hold something else.
    var wrongFiles: [String] = []
}

extension RecordedRun {
    /// Runs the recording's command line in this process, against the recording, at its time.
    func replay(as format: Format = .text) throws -> ReplayOutcome {
        setenv("TZ", "UTC", 1)
        let folder = FileManager.default.temporaryDirectory.appending(path: "replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in recording.inputs ?? [:] { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let arguments = recording.argv.map { $0.replacingOccurrences(of: "{tmp}", with: folder.path) }
        let invocation = try catalog.parse(arguments, edition: edition)
        guard let command = invocation.command else { return ReplayOutcome(error: "help") }
        let servers = invocation.globals.nameServers ?? NameServerList([])
        var outcome = try run(
            command, invocation.entry?.about.name ?? "", servers, invocation.edition, in: folder.path, format)
        outcome.output = outcome.output.replacingOccurrences(of: folder.path, with: "{tmp}")
        outcome.wrongFiles = (recording.files ?? [:]).filter { name, text in
            !isSame(text, (try? Data(contentsOf: folder.appending(path: name))) ?? Data())
        }.map(\.key)
        return outcome
    }

    private func run(
        _ command: Runnable<Session>, _ name: String, _ servers: NameServerList, _ edition: Edition,
        in folder: String, _ format: Format
    ) throws -> ReplayOutcome {
        let loop = EventLoop()
        return try loop.run {
            try await RecordedServers.with(exchanges, on: loop) { recorded in
                var settings = Admin.Settings(nameServers: servers)
                settings.route = { recorded.route($0) }
                return try await Admin.with(loop, settings) {
                    await outcome(of: command, name, $0, edition, in: folder, format)
                }
            }
        }
    }

    private func outcome(
        of command: Runnable<Session>, _ name: String, _ admin: Admin, _ edition: Edition, in folder: String,
        _ format: Format
    ) async -> ReplayOutcome {
        let clock = Subcommands.WallClock { [moment = recording.recordedAt ?? 0] in moment }
        let session = Session(admin: admin, edition: edition, clock: clock, folder: folder, notify: { _ in })
        var outcome = ReplayOutcome()
        var bytes: [UInt8] = []
        let (loops, enough) = (recording.loops != nil, recording.stdout.utf8.count)
        do {
            let drawing = Drawing(format, kind: name, raw: true) {
                bytes += $0
                // A command that never ends has shown enough.
                if loops, bytes.count >= enough { throw CancellationError() }
            }
            outcome.failures = try await drawing.draw(command.run(in: session)).count
        } catch { outcome.error = loops ? nil : "\(error)" }
        outcome.output = String(decoding: bytes, as: UTF8.self)
        return outcome
    }

    /// Equal as JSON but for the time of an export, or else as text.
    private func isSame(_ expected: String, _ written: Data) -> Bool {
        func normal(_ text: String) -> JSON? {
            guard case .object(let members)? = try? JSON(parsing: Array(text.utf8)) else { return nil }
            return sorted(.object(members.filter { $0.key.string != "exportTime" }))
        }
        let text = String(decoding: written, as: UTF8.self)
        if let value = normal(expected) { return value == normal(text) }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
            == expected.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func sorted(_ value: JSON) -> JSON {
        switch value {
        case .array(let items): .array(items.map(sorted))
        case .object(let members):
            .object(
                members.map { JSON.Member($0.key, sorted($0.value)) }
                    .sorted { $0.key.looseDescription < $1.key.looseDescription })
        default: value
        }
    }
}
