internal import CommandKit

/// A choice that need not be made: `--tls` says the same as `--tls=permissive`.
protocol OptionalChoice: ArgumentValue, CaseIterable, RawRepresentable<String> {
    /// How help calls the value.
    static var valueName: String { get }
    /// What the option means without a value.
    static var unsaid: Self { get }
}

extension OptionalChoice {
    static var kind: ValueKind {
        var kind = ValueKind(valueName, choices: allCases.map(\.rawValue).filter { !$0.isEmpty })
        kind.isOptional = true
        return kind
    }

    init(argument: String) throws(MalformedValue) {
        guard let choice = argument.isEmpty ? Self.unsaid : Self(rawValue: argument) else { throw MalformedValue() }
        self = choice
    }
}
