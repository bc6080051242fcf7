/// An option of a command, such as `-t <topic>`: the property's type says the rest.
///
/// `T` is required, `T?` may be left out, `= value` is what holds otherwise, `Bool` is a switch, and `Bool?` the value
/// `true` or `false`. `extra:` declares an option of this tool that RocketMQ's does not have: long, and looked up after
/// RocketMQ's own. `only:` limits an option to one edition; in the other it is absent. `= false` is a switch as well.
@propertyWrapper
public struct Option<Value: ArgumentValue>: Sendable {
    private let bound: Value?

    /// What the command line says.
    public var wrappedValue: Value {
        guard let bound else { preconditionFailure("a required option was read while its command was being described") }
        return bound
    }

    /// An option that must be given.
    public init(_ short: String?, _ long: String, _ help: String) {
        bound = Binder.bind(OptionSpec(short, long, help, kind: Value.kind, isRequired: true), standing: nil)
    }

    /// An option that stands at `wrappedValue` unless it is given.
    public init(wrappedValue: Value, _ short: String?, _ long: String, _ help: String) {
        let spec = OptionSpec(short, long, help, kind: Value.kind, standing: wrappedValue.argument)
        bound = Binder.bind(spec, standing: wrappedValue)
    }

    /// A switch, off unless it is given; `wrappedValue` has to be `false`.
    public init(wrappedValue: Bool, _ short: String?, _ long: String, _ help: String) where Value == Bool {
        precondition(!wrappedValue, "a switch that is on unless it is given cannot be turned off: \(long)")
        bound = Binder.bindSwitch(OptionSpec(short, long, help, kind: nil))
    }

    /// An option of this tool that stands at `wrappedValue` unless it is given.
    public init(wrappedValue: Value, extra long: String, _ help: String) {
        var spec = OptionSpec(nil, long, help, kind: Value.kind, standing: wrappedValue.argument)
        spec.isExtra = true
        bound = Binder.bind(spec, standing: wrappedValue)
    }

    /// An option that may be left out.
    public init(_ short: String?, _ long: String, _ help: String) where Value: AbsentableArgument {
        bound = Binder.bind(OptionSpec(short, long, help, kind: Value.kind), standing: Value.absent)
    }

    /// An option of one edition, which may be left out there.
    public init(
        _ short: String?, _ long: String, _ help: String, only edition: Edition
    ) where Value: AbsentableArgument {
        var spec = OptionSpec(short, long, help, kind: Value.kind)
        spec.edition = edition
        bound = Binder.bind(spec, standing: Value.absent)
    }

    /// An option that must be given in one edition, and may be left out in the other.
    public init(
        _ short: String?, _ long: String, _ help: String, requiredIn edition: Edition
    ) where Value: AbsentableArgument {
        let spec = OptionSpec(short, long, help, kind: Value.kind, isRequired: edition == Binder.edition)
        bound = Binder.bind(spec, standing: Value.absent)
    }

    /// An option of this tool that may be left out.
    public init(extra long: String, _ help: String) where Value: AbsentableArgument {
        var spec = OptionSpec(nil, long, help, kind: Value.kind)
        spec.isExtra = true
        bound = Binder.bind(spec, standing: Value.absent)
    }

    /// A switch, off unless it is given.
    public init(_ short: String?, _ long: String, _ help: String) where Value == Bool {
        bound = Binder.bindSwitch(OptionSpec(short, long, help, kind: nil))
    }

    /// A switch of one edition, off unless it is given.
    public init(_ short: String?, _ long: String, _ help: String, only edition: Edition) where Value == Bool {
        var spec = OptionSpec(short, long, help, kind: nil)
        spec.edition = edition
        bound = Binder.bindSwitch(spec)
    }

    /// A switch of this tool, off unless it is given.
    public init(extra long: String, _ help: String) where Value == Bool {
        var spec = OptionSpec(nil, long, help, kind: nil)
        spec.isExtra = true
        bound = Binder.bindSwitch(spec)
    }
}
