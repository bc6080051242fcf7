public import AdminClient
public import CommandKit
public import Execution
public import Subcommands

/// What the shell has to know of named contexts; who keeps them stands above it.
public struct ContextSwitch: Sendable {
    /// A context as the prompt shows it.
    public struct Context: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// Whether the prompt warns of it.
        public var isProtected: Bool

        /// A context called `name`.
        public init(name: String, isProtected: Bool) { (self.name, self.isProtected) = (name, isProtected) }
    }

    /// The context that commands work with; nil where it is only the options and the environment.
    public var current: @Sendable () -> Context?
    /// The names that Tab offers after `use`.
    public var names: @Sendable () -> [String]
    /// Makes the context of this name the current one; throws where there is none.
    public var use: @Sendable (String) throws -> Void
    /// How the options of a command, and the current context, say that peers are reached.
    public var settings: @Sendable (GlobalArguments) throws -> Admin.Settings

    /// Every closure stands at what holds where there are no contexts.
    public init(
        current: @escaping @Sendable () -> Context? = { nil }, names: @escaping @Sendable () -> [String] = { [] },
        use: @escaping @Sendable (String) throws -> Void = { throw UsageError("there is no context '\($0)'") },
        settings: @escaping @Sendable (GlobalArguments) throws -> Admin.Settings = { try Admin.Settings($0) }
    ) {
        (self.current, self.names, self.use, self.settings) = (current, names, use, settings)
    }
}
