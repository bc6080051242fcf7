internal import AdminClient
internal import CommandKit
internal import EventLoop
internal import Execution
internal import Glibc

/// The dialogue with a user: prompt, line, result.
struct Terminal: Sendable {
    private let interpreter: Interpreter

    init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    /// Goes on until the user leaves; returns the status for the system.
    func run() async throws -> CInt {
        let completer = Completer(
            names: interpreter.names, contexts: interpreter.contexts, edition: await interpreter.edition)
        LineEditor.start(complete: completer.offers)
        try await runStartFile()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await watchCluster() }
            defer { group.cancelAll() }
            return try await converse()
        }
    }

    private func converse() async throws -> CInt {
        var history = HistoryFile()
        remember { try history.read() }
        var pending = Pending()
        var entry = ""
        while await interpreter.leaving == nil {
            let isFirst = pending.isEmpty
            let prompt = await interpreter.prompt
            let line = try await LineEditor.readLine(prompt, isContinued: !isFirst, on: interpreter.loop)
            guard let line else {
                try Console.write(Array("\n".utf8))
                break
            }
            if isFirst || LineEditor.wasCleared {
                (pending, entry) = (Pending(), "")
            }
            entry += (entry.isEmpty ? "" : "\n") + line
            do throws(SyntaxError) {
                guard let statements = try pending.add(line) else { continue }
                await keep(entry, &history)
                _ = await interpreter.run(statements, from: .terminal)
                // What was run may have changed what there is.
                if !LineEditor.hasInput { interpreter.names.poke() }
            } catch {
                await keep(entry, &history)
                await interpreter.tell([error.description], .terminal, error.line)
            }
        }
        return await interpreter.leaving ?? 0
    }

    /// A line that begins with a blank, or names a secret, is not kept.
    private func keep(_ entry: String, _ history: inout HistoryFile) async {
        let edition = await interpreter.edition
        if entry.first == " " || Interpreter.holdsSecret(entry, in: edition) { return }
        remember { try history.add(entry) }
    }

    private func remember(_ body: () throws -> Void) {
        do { try body() } catch { Console.tell("the history is not kept: \(error)") }
    }

    /// `$XDG_CONFIG_HOME/mqadmin/shellrc`, where there is one.
    private func runStartFile() async throws {
        let folder = Environment.folder("XDG_CONFIG_HOME") ?? (Environment["HOME"] ?? "") + "/.config"
        let path = "\(folder)/mqadmin/shellrc"
        guard access(path, F_OK) == 0 else { return }
        do {
            _ = try await interpreter.run(LineSource(file: path, on: interpreter.loop), from: Origin(file: path))
        } catch let error as FileProblem {
            Console.tell("\(error)")
        }
    }

    /// Keeps the names fresh and the prompt true, and tells once when the cluster goes away or comes back.
    private func watchCluster() async {
        let (changes, note) = AsyncStream.makeStream(of: (LiveNames.Reach, LiveNames.Reach).self)
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await interpreter.names.refresh(through: { try await interpreter.background() }) {
                    note.yield(($0, $1))
                }
            }
            for await (old, new) in changes { await show(new, after: old) }
            group.cancelAll()
        }
    }

    private func show(_ new: LiveNames.Reach, after old: LiveNames.Reach) async {
        var notice: String?
        if new.isNews(after: old) {
            switch new {
            case .lost(let reason): notice = "mqadmin: not connected: \(reason)".escapingControls()
            case .connected: notice = "mqadmin: connected again"
            case .unknown: break
            }
        }
        let prompt = await interpreter.prompt
        if LineEditor.isEditing {
            LineEditor.show(prompt: prompt, above: notice)
        } else if let notice {
            Console.tell(String(notice.dropFirst("mqadmin: ".count)))
        }
    }
}
