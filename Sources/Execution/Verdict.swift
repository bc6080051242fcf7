public import CommandKit
internal import Subcommands

/// How a command line ended: its exit status, and what is to be said on standard error.
public struct Verdict: Sendable {
    /// An `ExitStatus`, or that of a program that was run.
    public var status: CInt
    /// One line each, without the tool's name.
    public var lines: [String]
    /// Whether the status holds for `--exit-compat java` too: that of a program that was run, or of a dry run.
    public var isFixed = false

    /// Of a program that was run, or a script.
    public init(status: CInt) { (self.status, lines, isFixed) = (status, [], true) }

    /// Of a command that was carried out, but for `failures`.
    public init(_ failures: [Failure]) {
        lines = failures.map(\.line)
        status = (failures.isEmpty ? ExitStatus.success : .partial).rawValue
    }

    /// Of a command that threw `error`; `verbose` says more about it.
    public init(_ error: any Error, verbose: Bool = false) {
        switch error {
        case let end as CommandEnded:
            (status, lines, isFixed) = (end.status, end.problem.map { [$0] } ?? [], true)
        case let plan as Plan: (status, lines, isFixed) = (plan.status.rawValue, [], true)
        case is Console.OutputClosed: (status, lines, isFixed) = (ExitStatus.success.rawValue, [], true)
        default:
            (status, lines) = (ExitStatus(error).rawValue, error is CancellationError ? [] : ["\(error)"])
            if verbose { lines += Explanation.lines(of: error) }
        }
    }
}
