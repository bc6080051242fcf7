public import CommandKit

/// The options of commands that destroy something.
struct Safety: Options {
    @Option(extra: "yes", "do it without asking") var yes: Bool
    @Option(extra: "dry-run", "only show what would be done") var dryRun: Bool
    @Option(extra: "confirm-context", "do it in this context although it is protected") var confirmed: ContextName?
}

/// What a destructive command is about to do.
public struct Plan: Error, Sendable {
    /// One line: what is done to how many things, such as `delete topic T from 2 brokers and 1 name server`.
    public var summary: String
    /// The things, one a line: where it is done.
    public var steps: [String]

    /// What a dry run ends with.
    public var status: ExitStatus { steps.isEmpty ? .success : .differences }

    /// A dry run, drawn as a command's result.
    public var report: Message {
        Message([summary] + steps.map { "  \($0)" }, fields: ["plan": summary, "steps": steps])
    }
}

/// The user was asked, and said no: nothing was done.
public struct DeclinedError: Error, CustomStringConvertible {
    public var description: String { "nothing was done" }
}

/// The cluster belongs to a protected context, and the command line does not name it: nothing was done.
public struct ProtectedError: Error, CustomStringConvertible {
    /// What was to be done.
    var summary: String
    var context: String
    /// What the command line named instead.
    var named: String?

    public var description: String {
        let reason = named.map { "not '\($0)'" } ?? "so that this was not done: \(summary)"
        return "context '\(context)' is protected, \(reason); add --confirm-context \(context) to do it all the same"
    }
}

extension Session {
    /// Returns when the plan may be carried out.
    ///
    /// At a terminal the user sees it and is asked; elsewhere nothing asks. Throws `DeclinedError` when the answer is no,
    /// and the plan itself for a dry run, which ends the command. In a protected context the command line has to name
    /// the context, whatever else it says: `ProtectedError`.
    func approve(_ plan: Plan, _ safety: Safety) async throws {
        if safety.dryRun { throw plan }
        if let name = protection?.name, safety.confirmed?.text != name {
            throw ProtectedError(summary: plan.summary, context: name, named: safety.confirmed?.text)
        }
        guard !safety.yes, let confirm else { return }
        notify(plan.summary)
        for step in plan.steps { notify("  \(step)") }
        guard try await confirm("Go on? [y/N] ") else { throw DeclinedError() }
    }
}
