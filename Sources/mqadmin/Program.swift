import AdminClient
import CommandKit
import EventLoop
import Glibc
import Remoting
import Subcommands

/// One run of the program: a command line in, an exit status out.
struct Program: Sendable {
    let arguments: [String]

    func run() -> CInt {
        let invocation: Invocation<Session, GlobalArguments>
        do throws(UsageError) { invocation = try catalog.parse(arguments, edition: try edition()) } catch {
            Console.tell("\(error)")
            Console.tell("see 'mqadmin help\(error.command.map { " \($0)" } ?? "")'")
            return isJavaCompatible ? 1 : ExitStatus.usage.rawValue
        }
        do {
            let status = try run(invocation)
            return invocation.globals.exitCompat == .java ? 0 : status.rawValue
        } catch let end as CommandEnded {
            if let problem = end.problem { Console.tell(problem) }
            return end.status
        } catch let plan as Plan {
            return plan.status.rawValue
        } catch is Console.OutputClosed {
            return ExitStatus.success.rawValue
        } catch {
            if !(error is CancellationError) { Console.tell("\(error)") }
            if invocation.globals.verbose { Explanation.lines(of: error).forEach(Console.tell) }
            return invocation.globals.exitCompat == .java ? 0 : ExitStatus(error).rawValue
        }
    }

    private func run(_ invocation: Invocation<Session, GlobalArguments>) throws -> ExitStatus {
        if let command = invocation.command, let entry = invocation.entry {
            return try execute(command, entry.about.name, invocation.globals, invocation.edition)
        }
        let width = Console.columns
        let text = invocation.entry.map { catalog.help(for: $0, in: invocation.edition, width: width) }
        try Console.write(Array((text ?? catalog.overview(width: width)).utf8))
        return .success
    }

    private func edition() throws(UsageError) -> Edition {
        guard let text = Environment["MQADMIN_COMPAT"], !text.isEmpty else { return .v5 }
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
        _ command: Runnable<Session>, _ name: String, _ globals: GlobalArguments, _ edition: Edition
    ) throws -> ExitStatus {
        let settings = try settings(globals)
        let loop = EventLoop()
        let failures = try loop.run {
            try await interruptible(on: loop) {
                try await Admin.with(loop, settings) { admin in
                    let session = Session(
                        admin: admin, edition: edition, columns: Console.columns,
                        confirm: Console.confirmation(on: loop), notify: Console.tell)
                    let drawing = Drawing(globals.format, kind: name, raw: globals.raw, to: Console.write)
                    do { return try await drawing.draw(command.run(in: session)) } catch let plan as Plan {
                        try await drawing.draw(plan.report)
                        throw plan
                    }
                }
            }
        }
        for failure in failures { Console.tell(failure.message) }
        return failures.isEmpty ? .success : .partial
    }

    private func settings(_ globals: GlobalArguments) throws -> Admin.Settings {
        var servers = globals.nameServers
        if servers == nil, let text = Environment["NAMESRV_ADDR"] {
            do { servers = try NameServerList(parsing: text) } catch {
                throw UsageError("NAMESRV_ADDR: \(error)")
            }
        }
        return Admin.Settings(
            nameServers: servers ?? NameServerList([]), timeout: globals.timeout, credentials: credentials)
    }

    private var credentials: Credentials? {
        guard let access = Environment["ROCKETMQ_ACL_ACCESS_KEY"], let secret = Environment["ROCKETMQ_ACL_SECRET_KEY"],
            !access.isEmpty, !secret.isEmpty
        else { return nil }
        return Credentials(accessKey: access, secretKey: secret)
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
