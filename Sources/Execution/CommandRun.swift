public import AdminClient
public import CommandKit
public import EventLoop
public import Subcommands

/// A command that was understood, about to run: what one-shot runs and the shell have in common.
public struct CommandRun: Sendable {
    let command: Runnable<Session>
    /// The command's name, which is the `kind` of its report.
    public let name: String
    let globals: GlobalArguments
    let edition: Edition

    /// Nil where the line asks for help, or names no command.
    public init?(_ invocation: Invocation<Session, GlobalArguments>) {
        guard let command = invocation.command, let entry = invocation.entry else { return nil }
        (self.command, name) = (command, entry.about.name)
        (globals, edition) = (invocation.globals, invocation.edition)
    }

    /// Runs the command and draws its report, and returns what failed in it.
    ///
    /// A dry run is drawn and thrown. `memory` keeps the result, so that it can be drawn again.
    public func draw(
        with admin: Admin, on loop: EventLoop, memory: ResultMemory? = nil, to sink: @escaping Drawing.Sink
    ) async throws -> [Failure] {
        let session = Session(
            admin: admin, edition: edition, columns: Console.columns, confirm: Console.confirmation(on: loop),
            notify: Console.tell)
        let drawing = Drawing(globals.format, kind: name, raw: globals.raw, memory: memory, to: sink)
        do { return try await drawing.draw(command.run(in: session)) } catch let plan as Plan {
            try await drawing.draw(plan.report)
            throw plan
        }
    }
}
