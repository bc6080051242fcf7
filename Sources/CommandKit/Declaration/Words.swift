/// A word that is neither an option nor an option's value: `help <command>`.
///
/// It is required, or `T?`.
@propertyWrapper
public struct Word<Value: ArgumentValue>: Sendable {
    private let bound: Value?

    /// What the command line says.
    public var wrappedValue: Value {
        guard let bound else { preconditionFailure("a required word was read while its command was being described") }
        return bound
    }

    /// A word that must be given.
    public init(_ name: String, _ help: String) {
        bound = Binder.bindWord(
            WordSpec(
                name: name, help: help, kind: Value.kind, isRequired: true, isRepeating: false, followsTerminator: false
            ), standing: nil)
    }

    /// A word that may be left out.
    public init(_ name: String, _ help: String) where Value: AbsentableArgument {
        bound = Binder.bindWord(
            WordSpec(
                name: name, help: help, kind: Value.kind, isRequired: false, isRepeating: false,
                followsTerminator: false
            ), standing: Value.absent)
    }
}

/// Every word that is left, or everything after `--`.
@propertyWrapper
public struct Words: Sendable {
    /// The words, possibly none.
    public let wrappedValue: [String]

    /// Where the words stand.
    public enum Position: Sendable {
        /// Anywhere between the options.
        case anywhere
        /// After `--`: a command line of its own.
        case afterTerminator
    }

    /// Takes words that no other property takes.
    public init(_ name: String, _ help: String, _ position: Position = .anywhere) {
        wrappedValue = Binder.bindWords(
            WordSpec(
                name: name, help: help, kind: String.kind, isRequired: false, isRepeating: true,
                followsTerminator: position == .afterTerminator))
    }
}
