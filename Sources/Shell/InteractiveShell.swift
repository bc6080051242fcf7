internal import AdminClient
internal import CommandKit
internal import EventLoop
internal import Execution
internal import Glibc
public import Subcommands

/// The shell: commands from a terminal or from a script, over one event loop and one set of connections.
public enum InteractiveShell {
    /// Runs it to its end, and returns its exit status.
    ///
    /// `given` are the options, by their long names, that hold for every command.
    public static func run(
        _ request: ShellRequest, given: [String: String], contexts: ContextSwitch = ContextSwitch()
    ) -> CInt {
        var request = request
        if request.input == .terminal, isatty(STDIN_FILENO) == 0 { request.input = .standardInput }
        let (loop, final) = (EventLoop(), request)
        let interpreter = Interpreter(final, settings: given, contexts: contexts, on: loop)
        do {
            return try loop.run { try await serve(interpreter, final) }
        } catch {
            let verdict = Verdict(error)
            verdict.lines.forEach(Console.tell)
            return verdict.status
        }
    }

    /// Runs the shell and what goes on beside it; the first that ends, ends all.
    private static func serve(_ interpreter: Interpreter, _ request: ShellRequest) async throws -> CInt {
        let loop = interpreter.loop
        return try await withThrowingTaskGroup(of: CInt.self) { group in
            group.addTask {
                await interpreter.connections.run()
                return 0
            }
            let end = Ticket<CInt>()
            group.addTask { try await loop.value(of: end, until: .never) }
            let interrupts = interpreter.interrupts
            react(&group, loop, SIGINT) { if !interrupts.interrupt(), LineEditor.isEditing { LineEditor.clear() } }
            for signal in [SIGTERM, SIGHUP] { react(&group, loop, signal) { end.redeem(.success(128 + signal)) } }
            if request.input == .terminal {
                react(&group, loop, SIGWINCH, LineEditor.resize)
                react(&group, loop, SIGTSTP) { LineEditor.away { raise(SIGSTOP) } }
                group.addTask { try await Terminal(interpreter).run() }
            } else {
                group.addTask {
                    try await interrupts.cancellable(on: loop) { try await script(request, interpreter) }
                }
            }
            defer { group.cancelAll() }
            return try await group.next() ?? 0
        }
    }

    private static func react(
        _ group: inout ThrowingTaskGroup<CInt, any Error>, _ loop: EventLoop, _ signal: CInt,
        _ body: @escaping @Sendable () -> Void
    ) {
        group.addTask {
            try await loop.onEach(signal, body)
            return 0
        }
    }

    private static func script(_ request: ShellRequest, _ interpreter: Interpreter) async throws -> CInt {
        let loop = interpreter.loop
        switch request.input {
        case .commands(let text): return try await interpreter.run(LineSource(text: text, on: loop), from: Origin())
        case .file(let path):
            return try await interpreter.run(LineSource(file: path, on: loop), from: Origin(file: path))
        case .standardInput, .terminal:
            return try await interpreter.run(LineSource(file: nil, on: loop), from: Origin())
        }
    }
}
