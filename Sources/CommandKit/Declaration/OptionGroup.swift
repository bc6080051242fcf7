/// Options that several commands, or all of them, share: a struct of `@Option` properties.
public protocol Options: Sendable {
    /// Declares the options, as a subcommand's initializer does.
    init()
}

/// Takes the options of another struct into a command.
@propertyWrapper
public struct OptionGroup<Value: Options>: Sendable {
    /// The struct, filled.
    public let wrappedValue: Value

    /// Declares the options of `Value` at this place.
    public init() { wrappedValue = Value() }
}

/// The options that every command takes, beside `-h`; each must have a default or be optional.
public protocol GlobalOptions: Options {
    /// The edition they ask for, or `nil` to leave it at what the environment says.
    var edition: Edition? { get }
}
