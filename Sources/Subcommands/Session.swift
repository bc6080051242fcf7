public import AdminClient
public import CommandKit

/// What a subcommand works with.
public struct Session: Sendable {
    /// The cluster.
    public let admin: Admin
    /// Whose texts are printed where the editions differ.
    public let edition: Edition
    public let clock: WallClock
    /// How many characters a line of the terminal has; 80 where there is none.
    public let columns: Int
    /// Where files go that a command writes into the current directory.
    public let folder: String
    /// The variables of the process's environment.
    public let environment: @Sendable (String) -> String?
    /// The options that every command takes, for those that pass them on.
    public let globals: GlobalArguments
    /// The protected context that the cluster belongs to.
    public let protection: ClusterContext?
    /// Asks the user a question at the terminal, whether the answer is yes; nil where standard input is no terminal.
    public let confirm: (@Sendable (String) async throws -> Bool)?
    /// Tells the user something that is not part of the result: one line, on standard error.
    public let notify: @Sendable (String) -> Void

    public init(
        admin: Admin, edition: Edition, clock: WallClock = .system, columns: Int = 80, folder: String = ".",
        environment: @escaping @Sendable (String) -> String? = { _ in nil },
        globals: GlobalArguments = GlobalArguments(), protection: ClusterContext? = nil,
        confirm: (@Sendable (String) async throws -> Bool)? = nil, notify: @escaping @Sendable (String) -> Void
    ) {
        (self.admin, self.edition, self.clock) = (admin, edition, clock)
        (self.environment, self.globals, self.protection) = (environment, globals, protection)
        (self.columns, self.folder, self.confirm, self.notify) = (columns, folder, confirm, notify)
    }
}
