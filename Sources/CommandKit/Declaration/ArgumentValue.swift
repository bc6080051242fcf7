/// A type that can stand for a value on the command line: it brings parsing, the value's name, and its completion.
public protocol ArgumentValue: Sendable {
    /// How help, completions and errors speak of it.
    static var kind: ValueKind { get }

    /// Reads what the user typed; surrounding blanks belong to it.
    init(argument: String) throws(MalformedValue)

    /// What a user would type for it; help shows an option's default so. `nil` where there is nothing to show.
    var argument: String? { get }
}

/// A type whose options may be left out: `Optional`, and nothing else.
///
/// A generic parameter for the wrapped type would not make the compiler prefer the initializers for optionals.
public protocol AbsentableArgument: ArgumentValue {
    /// What the property holds when the option is left out.
    static var absent: Self { get }
}

/// Text that is not a value of the kind asked for.
public struct MalformedValue: Error, Equatable {
    /// What is wrong with it, where that says more than what is expected.
    public var reason: String?

    /// A malformed value; the error line names the option, the value and what was expected.
    public init(_ reason: String? = nil) { self.reason = reason }
}

extension ArgumentValue where Self: CaseIterable & RawRepresentable, RawValue == String {
    public static var kind: ValueKind {
        let choices = allCases.map(\.rawValue)
        let list = choices.joined(separator: "|")
        return ValueKind(list.count <= 20 ? list : "\(Self.self)".lowercased(), choices: choices)
    }

    /// Finds the case by its raw value, exactly or else ignoring case.
    public init(argument: String) throws(MalformedValue) {
        let text = argument.trimmingBlanks()
        guard
            let match = Self(rawValue: text)
                ?? Self.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() })
        else { throw MalformedValue() }
        self = match
    }

    public var argument: String? { rawValue }
}
