/// Options that exclude each other, read as one value: `-b <host:port> | -c <cluster>` as an enum with two cases.
///
/// ```swift
/// @Choice(
///     .option("b", "brokerAddr", "create it on this broker", Target.broker),
///     .option("c", "clusterName", "create it on every master of this cluster", Target.cluster)
/// ) var target: Target?
/// ```
/// `Target` is required, `Target?` may be left out, `= value` holds otherwise. A type whose alternatives are the same
/// in many commands conforms to `Alternatives`, and then `@Choice var target: Target` is enough.
@propertyWrapper
public struct Choice<Value: Sendable>: Sendable {
    private let bound: Value?

    /// What the command line chose.
    public var wrappedValue: Value {
        guard let bound else { preconditionFailure("a required choice was read while its command was being described") }
        return bound
    }

    /// Exactly one of them must be given.
    public init(_ first: Alternative<Value>, _ rest: Alternative<Value>...) {
        bound = Binder.bind([first] + rest, isRequired: true)
    }

    /// One of them may be given.
    public init<Chosen: Sendable>(_ first: Alternative<Chosen>, _ rest: Alternative<Chosen>...)
    where Value == Chosen? {
        bound = .some(Binder.bind([first] + rest, isRequired: false))
    }

    /// One of them may be given; `wrappedValue` holds otherwise.
    public init(wrappedValue: Value, _ first: Alternative<Value>, _ rest: Alternative<Value>...) {
        bound = Binder.bind([first] + rest, isRequired: false) ?? wrappedValue
    }

    /// Exactly one of the type's own alternatives must be given.
    public init() where Value: Alternatives {
        bound = Binder.bind(Value.alternatives, isRequired: true)
    }

    /// One of the type's own alternatives may be given.
    public init<Chosen: Alternatives>() where Value == Chosen? {
        bound = .some(Binder.bind(Chosen.alternatives, isRequired: false))
    }

    /// One of the type's own alternatives must be given in one edition, and may be in the other.
    public init<Chosen: Alternatives>(requiredIn edition: Edition) where Value == Chosen? {
        bound = .some(Binder.bind(Chosen.alternatives, isRequired: edition == Binder.edition))
    }
}

/// A type that says itself which options choose its values.
public protocol Alternatives: Sendable {
    /// The options, in the order help shows them.
    static var alternatives: [Alternative<Self>] { get }
}

/// One of several options that exclude each other.
public struct Alternative<Chosen: Sendable>: Sendable {
    let spec: OptionSpec
    let read: @Sendable (String) throws(MalformedValue) -> Chosen

    /// An option with a value, and the case it chooses.
    public static func option<Value: ArgumentValue>(
        _ short: String?, _ long: String, _ help: String, _ make: @escaping @Sendable (Value) -> Chosen
    ) -> Self {
        Self(spec: OptionSpec(short, long, help, kind: Value.kind)) { text throws(MalformedValue) in
            make(try Value(argument: text))
        }
    }

    /// An option of this tool that RocketMQ's does not have, and the case it chooses.
    public static func option<Value: ArgumentValue>(
        extra long: String, _ help: String, _ make: @escaping @Sendable (Value) -> Chosen
    ) -> Self {
        var spec = OptionSpec(nil, long, help, kind: Value.kind)
        spec.isExtra = true
        return Self(spec: spec) { text throws(MalformedValue) in make(try Value(argument: text)) }
    }

    /// A switch, and the case it chooses.
    public static func flag(_ short: String?, _ long: String, _ help: String, _ chosen: Chosen) -> Self {
        Self(spec: OptionSpec(short, long, help, kind: nil)) { _ in chosen }
    }
}
