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
        let invocation: Invocation<Session, GlobalArguments>
        do throws(UsageError) { invocation = try catalog.parse(arguments, edition: try .ofEnvironment()) } catch {
            Console.tell("\(error)")
            Console.tell("see 'mqadmin help\(error.command.map { " \($0)" } ?? "")'")
            return isJavaCompatible ? 1 : ExitStatus.usage.rawValue
        }
        let isJava = invocation.globals.exitCompat == .java
        do {
            let verdict = try run(invocation)
            verdict.lines.forEach(Console.tell)
            return isJava ? 0 : verdict.status
        } catch let request as ShellRequest {
            return InteractiveShell.run(request, given: invocation.given)
        } catch {
            let verdict = Verdict(error, verbose: invocation.globals.verbose)
            verdict.lines.forEach(Console.tell)
            return isJava && !verdict.isFixed ? 0 : verdict.status
        }
    }

    private func run(_ invocation: Invocation<Session, GlobalArguments>) throws -> Verdict {
        if let command = CommandRun(invocation) { return Verdict(try execute(command, invocation.globals)) }
        if invocation.entry == nil, !invocation.asksForHelp, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            throw ShellRequest()
        }
        let width = Console.columns
        let text = invocation.entry.map { catalog.help(for: $0, in: invocation.edition, width: width) }
        try Console.write(Array((text ?? catalog.overview(width: width)).utf8))
        return Verdict([])
    }

    /// Whether a command line that could not be understood asks for Java's statuses.
    private var isJavaCompatible: Bool {
        arguments.contains("--exit-compat=java")
            || zip(arguments, arguments.dropFirst()).contains { $0 == ("--exit-compat", "java") }
    }

    /// Runs a command and draws its report; returns what failed in it.
    private func execute(_ command: CommandRun, _ globals: GlobalArguments) throws -> [Failure] {
        let settings = try Admin.Settings(globals)
        let loop = EventLoop()
        return try loop.run {
            try await interruptible(on: loop) {
                try await Admin.with(loop, settings) { admin in
                    try await command.draw(with: admin, on: loop, to: Console.write)
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
