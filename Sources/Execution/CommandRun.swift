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
    private let format: Format
    private let protection: ClusterContext?

    /// Nil where the line asks for help, or names no command; throws where the command has no such columns.
    public init?(
        _ invocation: Invocation<Session, GlobalArguments>, _ settings: EffectiveSettings
    ) throws(UsageError) {
        guard let command = invocation.command, let entry = invocation.entry else { return nil }
        try invocation.globals.selection.check(entry.shape)
        (self.command, name) = (command, entry.about.name)
        (globals, edition) = (invocation.globals, invocation.edition)
        (format, protection) = (try settings.format(globals), settings.protection)
    }

    /// How the command reaches its peers; asks for a secret that is missing, at a terminal.
    public func connecting(_ settings: EffectiveSettings, _ tap: WireTap?) throws -> Admin.Settings {
        var connecting = try settings.adminSettings(asking: HiddenInput.line)
        connecting.observe = tap?.observe
        tap?.note(connecting.nameServers, in: globals.nameServers)
        return connecting
    }

    /// Runs the command and draws its report, and returns what failed in it.
    ///
    /// A dry run is drawn and thrown. `memory` keeps the result, so that it can be drawn again.
    public func draw(
        with admin: Admin, on loop: EventLoop, memory: ResultMemory? = nil, tap: WireTap? = nil,
        to sink: @escaping Drawing.Sink
    ) async throws -> [Failure] {
        let session = Session(
            admin: admin, edition: edition, columns: Console.columns, environment: Environment.variable,
            globals: globals, protection: protection, confirm: Console.confirmation(on: loop),
            notify: tap?.tell ?? Console.tell)
        let drawing = Drawing(
            format, kind: name, raw: globals.raw, selection: globals.selection, memory: memory, to: sink)
        do { return try await drawing.draw(command.run(in: session)) } catch let plan as Plan {
            try await drawing.draw(plan.report)
            throw plan
        }
    }
}
