import AdminClient
import CommandKit
import EventLoop
import Execution
import Glibc
import Shell
import Subcommands

/// One run of the program: a command line in, an exit status out.
struct Program: Sendable {
    let arguments: [String]

    func run() -> CInt {
        let (invocation, settings): (Invocation<Session, GlobalArguments>, EffectiveSettings)
        do throws(UsageError) { (invocation, settings) = try parse() } catch {
            Console.tell("\(error)")
            if error.isAboutTheLine { Console.tell("see 'mqadmin help\(error.command.map { " \($0)" } ?? "")'") }
            return isJavaCompatible ? 1 : ExitStatus.usage.rawValue
        }
        let tap = WireTap(invocation.globals.traceWire, arguments)
        let isJava = invocation.globals.exitCompat == .java
        let finish = { @Sendable (verdict: Verdict) -> CInt in
            verdict.lines.forEach(tap?.tell ?? Console.tell)
            let status = isJava && !verdict.isFixed ? 0 : verdict.status
            tap?.end(status: status)
            return status
        }
        do { return finish(try run(invocation, settings, tap) { _exit(finish($0)) }) } catch let request as ShellRequest
        {
            return InteractiveShell.run(request, given: invocation.given, contexts: .configured())
        } catch {
            return finish(Verdict(error, verbose: invocation.globals.verbose))
        }
    }

    /// Reads the command line, and what holds for it.
    private func parse() throws(UsageError) -> (Invocation<Session, GlobalArguments>, EffectiveSettings) {
        let configuration = Result { () throws(UsageError) in
            try Configuration.load(environment: Environment.variable)
        }
        // A broken file is told of when its contexts are needed: help has to work without.
        let chosen = try? configuration.get().edition(for: arguments, environment: Environment.variable)
        let invocation = try catalog.parse(arguments, edition: try .ofEnvironment() ?? chosen ?? .v5)
        guard let command = invocation.command, !command.isLocal else {
            return (invocation, EffectiveSettings(invocation.globals))
        }
        let settings = try EffectiveSettings(
            invocation.globals, in: try configuration.get(), environment: Environment.variable)
        settings.notes.forEach(Console.tell)
        return (invocation, settings)
    }

    private func run(
        _ invocation: Invocation<Session, GlobalArguments>, _ settings: EffectiveSettings, _ tap: WireTap?,
        leaving leave: @escaping @Sendable (Verdict) -> Void
    ) throws -> Verdict {
        if let command = try CommandRun(invocation, settings) {
            return Verdict(try execute(command, settings, tap, leaving: leave))
        }
        if invocation.entry == nil, !invocation.asksForHelp, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            throw ShellRequest()
        }
        let width = Console.columns
        let text = invocation.entry.map { catalog.help(for: $0, in: invocation.edition, width: width) }
        try (tap?.write ?? Console.write)(Array((text ?? catalog.overview(width: width)).utf8))
        return Verdict([])
    }

    /// Whether a command line that could not be understood asks for Java's statuses.
    private var isJavaCompatible: Bool {
        arguments.contains("--exit-compat=java")
            || zip(arguments, arguments.dropFirst()).contains { $0 == ("--exit-compat", "java") }
    }
}

extension Program {
    /// Runs a command and draws its report; returns what failed in it, or leaves at once with it.
    private func execute(
        _ command: CommandRun, _ settings: EffectiveSettings, _ tap: WireTap?,
        leaving leave: @escaping @Sendable (Verdict) -> Void
    ) throws -> [Failure] {
        let connecting = try command.connecting(settings, tap)
        let loop = EventLoop()
        return try loop.run {
            try await interruptible(on: loop) {
                try await Admin.with(loop, connecting) { admin in
                    let failures = try await command.draw(with: admin, on: loop, tap: tap) { bytes in
                        try (tap?.write ?? Console.write)(bytes)
                    }
                    // The system closes a thousand connections sooner than this program; only TLS has to say good-bye.
                    if connecting.security == nil { leave(Verdict(failures)) }
                    return failures
                }
            }
        }
    }

    /// Runs `body` until it is done or the user interrupts it, which cancels it.
    private func interruptible<Value: Sendable>(
        on loop: EventLoop, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            for signal in [SIGINT, SIGTERM] {
                group.addTask {
                    try await loop.signal(signal)
                    return nil
                }
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw CancellationError() }
            return value
        }
    }
}

extension UsageError {
    /// Whether help tells more; what is wrong with a file or a variable, it does not.
    fileprivate var isAboutTheLine: Bool {
        if case .other = problem { command != nil } else { true }
    }
}
