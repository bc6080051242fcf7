import AdminClient
import CommandKit
import EventLoop
import Glibc
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
        do {
            let status = try run(invocation, settings)
            return invocation.globals.exitCompat == .java ? 0 : status.rawValue
        } catch let end as CommandEnded {
            if let problem = end.problem { Console.tell(problem) }
            return end.status
        } catch is Plan {
            return invocation.globals.exitCompat == .java ? 0 : ExitStatus.differences.rawValue
        } catch is Console.OutputClosed {
            return ExitStatus.success.rawValue
        } catch {
            if !(error is CancellationError) { Console.tell("\(error)") }
            if invocation.globals.verbose { Explanation.lines(of: error).forEach(Console.tell) }
            return invocation.globals.exitCompat == .java ? 0 : ExitStatus(error).rawValue
        }
    }

    /// Reads the command line, and what holds for it.
    private func parse() throws(UsageError) -> (Invocation<Session, GlobalArguments>, EffectiveSettings) {
        let configuration = Result { () throws(UsageError) in
            try Configuration.load(environment: Environment.variable)
        }
        // A broken file is told of when its contexts are needed: help has to work without.
        let chosen = try? configuration.get().edition(for: arguments, environment: Environment.variable)
        let invocation = try catalog.parse(arguments, edition: try edition() ?? chosen ?? .v5)
        if let entry = invocation.entry { try invocation.globals.selection.check(entry.shape) }
        guard let entry = invocation.entry, !entry.about.isLocal, invocation.command != nil else {
            return (invocation, EffectiveSettings(invocation.globals))
        }
        let settings = try EffectiveSettings(
            invocation.globals, in: try configuration.get(), environment: Environment.variable)
        settings.notes.forEach(Console.tell)
        return (invocation, settings)
    }

    private func run(
        _ invocation: Invocation<Session, GlobalArguments>, _ settings: EffectiveSettings
    ) throws -> ExitStatus {
        if let command = invocation.command, let entry = invocation.entry {
            return try execute(command, entry.about.name, invocation, settings)
        }
        let width = Console.columns
        let text = invocation.entry.map { catalog.help(for: $0, in: invocation.edition, width: width) }
        try Console.write(Array((text ?? catalog.overview(width: width)).utf8))
        return .success
    }

    /// The edition that the environment asks for.
    private func edition() throws(UsageError) -> Edition? {
        guard let text = Environment["MQADMIN_COMPAT"], !text.isEmpty else { return nil }
        do throws(MalformedValue) { return try Edition(argument: text) } catch {
            throw UsageError("MQADMIN_COMPAT is '\(text)': it has to be \(Edition.kind.expectation)")
        }
    }

    /// Whether a command line that could not be understood asks for Java's statuses.
    private var isJavaCompatible: Bool {
        arguments.contains("--exit-compat=java")
            || zip(arguments, arguments.dropFirst()).contains { $0 == ("--exit-compat", "java") }
    }
}

extension Program {
    /// Runs a command and draws its report; returns `partial` when some of it failed.
    private func execute(
        _ command: Runnable<Session>, _ name: String, _ invocation: Invocation<Session, GlobalArguments>,
        _ settings: EffectiveSettings
    ) throws -> ExitStatus {
        let globals = invocation.globals
        let format = try settings.format(globals)
        let connecting = try settings.adminSettings(asking: Console.secret)
        let loop = EventLoop()
        let failures = try loop.run {
            try await interruptible(on: loop) {
                try await Admin.with(loop, connecting) { admin in
                    let session = Session(
                        admin: admin, edition: invocation.edition, columns: Console.columns,
                        environment: Environment.variable, globals: globals, protection: settings.protection,
                        confirm: Console.confirmation(on: loop), notify: Console.tell)
                    let drawing = Drawing(
                        format, kind: name, raw: globals.raw, selection: globals.selection, to: Console.write)
                    do { return try await drawing.draw(command.run(in: session)) } catch let plan as Plan {
                        try await drawing.draw(plan.report)
                        throw plan
                    }
                }
            }
        }
        for failure in failures { Console.tell(failure.line) }
        return failures.isEmpty ? .success : .partial
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
