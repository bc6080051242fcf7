/// A command line that was understood.
public struct Invocation<Context: Sendable, Globals: GlobalOptions>: Sendable {
    /// The command it names, or `nil` when it names none.
    public let entry: Entry<Context>?
    /// The command, ready to run; `nil` when none is named, or help about it is asked for.
    public let command: Runnable<Context>?
    /// The options all commands share.
    public let globals: Globals
    /// The values of those that were given, by their long names; a switch has an empty one.
    public let given: [String: String]
    /// The edition whose options were read.
    public let edition: Edition
    /// Whether `-h` or `--help` was given: about `entry`, or about the tool.
    public let asksForHelp: Bool
}
