public import CommandKit
internal import Execution
public import Subcommands
internal import Synchronization

/// The named contexts, of which the shell works with one at a time.
public struct ContextSwitch: Sendable {
    /// The names that Tab offers after `use`.
    public var names: @Sendable () -> [String]
    /// Makes the context of this name the one to work with; throws where there is none.
    public var use: @Sendable (String) throws -> Void
    /// What the options of a command, the context and the environment say.
    public var settings: @Sendable (GlobalArguments) throws -> EffectiveSettings

    /// Every closure stands at what holds where there are no contexts.
    public init(
        names: @escaping @Sendable () -> [String] = { [] },
        use: @escaping @Sendable (String) throws -> Void = { throw UsageError("there is no context '\($0)'") },
        settings: @escaping @Sendable (GlobalArguments) throws -> EffectiveSettings = { EffectiveSettings($0) }
    ) {
        (self.names, self.use, self.settings) = (names, use, settings)
    }
}

extension ContextSwitch {
    /// The contexts of the configuration files, which are read anew whenever they are asked for.
    ///
    /// Once a context was chosen, it counts for more than `NAMESRV_ADDR`.
    public static func configured() -> ContextSwitch {
        let chosen = Chosen()
        return ContextSwitch(
            names: { (try? load().contexts.map(\.name)) ?? [] },
            use: { chosen.name = try load().context(named: $0).name },
            settings: { globals in
                let name = globals.context == nil ? chosen.name : nil
                return try EffectiveSettings(globals, in: load(), context: name) { variable in
                    name != nil && variable == "NAMESRV_ADDR" ? nil : Environment[variable]
                }
            })
    }

    private static func load() throws(UsageError) -> Configuration {
        try Configuration.load(environment: Environment.variable)
    }

    private final class Chosen: Sendable {
        private let mutex = Mutex<String?>(nil)
        var name: String? {
            get { mutex.withLock(\.self) }
            set { mutex.withLock { $0 = newValue } }
        }
    }
}
