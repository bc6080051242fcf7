/// A subcommand with its type erased: what a catalog is a list of.
public struct Entry<Context: Sendable>: Sendable {
    /// Its name and prose.
    public let about: About
    private let describe: @Sendable (Edition) -> [Declaration]
    private let bind: @Sendable (ParsedLine, Edition) throws(UsageError) -> Runnable<Context>
    private let outputShape: @Sendable () -> Shape

    /// Takes a subcommand into a catalog; nothing of it runs until it is looked at.
    public init<Command: Subcommand<Context>>(_ type: Command.Type) {
        about = Command.about
        describe = { edition in Binder.declarations(in: edition) { _ = Command() } }
        bind = { line, edition throws(UsageError) in
            let command = try Binder.fill(from: line, edition: edition, takesWords: true) { Command() }
            return Runnable(isLocal: command.isLocal) { context in try await command.run(in: context) }
        }
        outputShape = { Command.Output.shape }
    }

    /// What its report looks like to a program.
    public var shape: Shape { outputShape() }

    func declarations(in edition: Edition) -> [Declaration] { describe(edition) }

    func runnable(_ line: ParsedLine, in edition: Edition) throws(UsageError) -> Runnable<Context> {
        try bind(line, edition)
    }
}

/// A subcommand whose options have been read.
public struct Runnable<Context: Sendable>: Sendable {
    /// Whether it is about this tool alone; see `Subcommand.isLocal`.
    public let isLocal: Bool
    private let execute: @Sendable (Context) async throws -> any Report

    init(isLocal: Bool, _ execute: @escaping @Sendable (Context) async throws -> any Report) {
        (self.isLocal, self.execute) = (isLocal, execute)
    }

    /// Does the work, and returns what to draw.
    public func run(in context: Context) async throws -> any Report { try await execute(context) }
}
