internal import AdminClient
internal import CommandKit
internal import EventLoop
internal import Execution
internal import Glibc
internal import Subcommands

/// Runs the statements of the shell's language, one after the other, over connections that stay.
actor Interpreter {
    nonisolated let loop: EventLoop
    nonisolated let contexts: ContextSwitch
    nonisolated let connections: Connections
    nonisolated let names: LiveNames
    nonisolated let interrupts = Interrupts()
    /// Whether a script goes on after a failure.
    let keepsGoing: Bool
    /// The options that hold for every command, by their long names.
    var settings: [String: String]
    var style: Style
    var pages: Bool
    /// Set by `quit`.
    var leaving: CInt?
    /// How the last statement ended, and all that can be said about it.
    var last = Verdict([])
    // Handed to the command that runs, which has it alone.
    nonisolated(unsafe) let memory = ResultMemory()
    var depth = 0

    init(_ request: ShellRequest, settings: [String: String], contexts: ContextSwitch, on loop: EventLoop) {
        (self.loop, self.contexts, self.settings) = (loop, contexts, settings)
        (connections, names) = (Connections(on: loop), LiveNames(on: loop))
        (keepsGoing, style, pages) = (request.keepsGoing, Style(request.color), request.input == .terminal)
    }

    /// Runs statements; returns the status of the last one, or of the first that failed, with which a script ends.
    func run(_ statements: [Statement], from origin: Origin) async -> CInt {
        var result: CInt = 0
        for statement in statements where leaving == nil {
            let status = await execute(statement, from: origin)
            if !origin.isScript || result == 0 { result = status }
            let isInterrupted = status == ExitStatus.interrupted.rawValue
            if isInterrupted || status != 0 && origin.isScript && !keepsGoing { return status }
        }
        return result
    }

    /// Tells of an error in a line of a script.
    func tell(_ lines: [String], _ origin: Origin, _ line: Int) {
        for text in lines { Console.tell(origin.prefix(line) + text, paint: { self.style.text($0, .red) }) }
    }

    private func execute(_ statement: Statement, from origin: Origin) async -> CInt {
        var verdict: Verdict
        do {
            verdict = try await interrupts.cancellable(on: loop) { try await self.perform(statement) }
            last = verdict
        } catch {
            verdict = Verdict(error, verbose: isVerbose)
            last = Verdict(error, verbose: true)
            if isJava, !verdict.isFixed { verdict.status = 0 }
            if let usage = error as? UsageError, let command = usage.command {
                verdict.lines.append("see 'help \(command)'")
            }
        }
        last.status = verdict.status
        if !origin.isScript, verdict.status == ExitStatus.interrupted.rawValue { Console.endLine() }
        tell(verdict.lines, origin, statement.line)
        return verdict.status
    }

    private var isVerbose: Bool { settings["verbose"] != nil || lastGlobals?.verbose == true }
    private var isJava: Bool { lastGlobals?.exitCompat == .java }
    /// The options of the command that ran last.
    var lastGlobals: GlobalArguments?
}

extension Interpreter {
    private func perform(_ statement: Statement) async throws -> Verdict {
        lastGlobals = nil
        switch statement.action {
        case .program(let line):
            return Verdict(status: try await loop.spawn(["/bin/sh", "-c", line]).end().status)
        case .command(let words):
            let expanded = words.compactMap { $0.expanded(value) }
            if expanded.isEmpty || assigns(expanded) { return Verdict([]) }
            let outlet = try outlet(of: statement)
            let verdict: Verdict
            do { verdict = try await perform(expanded, to: outlet) } catch is Console.OutputClosed {
                verdict = Verdict([])
            } catch {
                _ = try await outlet.finish()
                throw error
            }
            let status = try await outlet.finish()
            return verdict.status == 0 ? Verdict(status: outlet.isPager ? 0 : status) : verdict
        }
    }

    private func outlet(of statement: Statement) throws -> Outlet {
        switch statement.output {
        case .terminal: return Outlet(pages: pages, on: loop)
        case .file(let name, let appends):
            guard let path = name.expanded(value) else { throw UsageError("the name of the file after '>' is empty") }
            return try Outlet(file: path, appends: appends, on: loop)
        case .program(let line): return try Outlet(program: line, on: loop)
        }
    }

    /// Runs a command; what it writes slowly is shown as it comes.
    private func perform(_ words: [String], to outlet: Outlet) async throws -> Verdict {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [loop] in
                try await loop.sleep(until: .after(.milliseconds(300)))
                try outlet.release()
            }
            defer { group.cancelAll() }
            return try await self.dispatch(words, to: outlet)
        }
    }

    private func value(of name: String) -> String? { name == "?" ? String(last.status) : Environment[name] }

    /// Whether the words are `NAME=value`, which sets a variable of the environment.
    private func assigns(_ words: [String]) -> Bool {
        let parts = words[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard words.count == 1, parts.count == 2, let first = parts[0].first, !first.isNumber,
            parts[0].unicodeScalars.allSatisfy(\.isName)
        else { return false }
        setenv(String(parts[0]), String(parts[1]), 1)
        return true
    }
}
