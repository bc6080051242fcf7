internal import Synchronization

/// What the property wrappers of a command talk to while the command is being made.
///
/// It either collects what they declare, or hands them what a command line says.
final class Binder: Sendable {
    @TaskLocal static var current: Binder?

    /// The edition whose options are being declared.
    static var edition: Edition { current?.edition ?? .v5 }

    private struct State {
        var declarations: [Declaration] = []
        var words: [String] = []
        var trailing: [String] = []
        var error: UsageError?
    }

    private let edition: Edition
    private let line: ParsedLine?
    private let state: Mutex<State>

    init(_ line: ParsedLine?, edition: Edition) {
        (self.line, self.edition) = (line, edition)
        state = Mutex(State(words: line?.words ?? [], trailing: line?.trailing ?? []))
    }

    /// Everything that was declared while `make` ran.
    static func declarations(in edition: Edition, _ make: () -> Void) -> [Declaration] {
        let binder = Binder(nil, edition: edition)
        $current.withValue(binder) { make() }
        return binder.state.withLock { $0.declarations }
    }

    /// What `make` returns, filled from `line`; `takesWords` says that words which nobody takes are an error.
    static func fill<Made: Sendable>(
        from line: ParsedLine, edition: Edition, takesWords: Bool, _ make: () -> Made
    ) throws(UsageError) -> Made {
        let binder = Binder(line, edition: edition)
        let made = $current.withValue(binder) { make() }
        let (error, surplus) = binder.state.withLock { ($0.error, $0.words + $0.trailing) }
        if let error { throw error }
        if takesWords, !surplus.isEmpty {
            throw UsageError(binder.hasSecret ? .surplusBesideSecret : .surplus(surplus))
        }
        return made
    }

    /// Whether the line gives a secret: words that nobody takes may be a part of it.
    private var hasSecret: Bool {
        let options = state.withLock { $0.declarations.flatMap(\.options) }
        return options.contains { $0.kind?.isSecret == true && line?.values[$0.key] != nil }
    }

    private func note(_ declaration: Declaration) { state.withLock { $0.declarations.append(declaration) } }

    private func note(_ problem: UsageError.Problem) {
        state.withLock { $0.error = $0.error ?? UsageError(problem) }
    }

    private func read<Value>(
        _ name: String, _ kind: ValueKind?, _ text: String, _ read: (String) throws(MalformedValue) -> Value
    ) -> Value? {
        do throws(MalformedValue) {
            return try read(text)
        } catch {
            let reason = error.reason ?? "expected \(kind?.expectation ?? "a value")"
            note(.malformed(name, value: kind?.isSecret == true ? "***" : text, reason: reason))
            return nil
        }
    }
}

extension Binder {
    static func bind<Value: ArgumentValue>(_ spec: OptionSpec, standing: Value?) -> Value? {
        guard let current, spec.offered(in: current.edition) else { return standing }
        current.note(.option(spec))
        guard let text = current.line?.values[spec.key] else { return standing }
        return current.read(spec.name, spec.kind, text, Value.init(argument:)) ?? standing
    }

    static func bindSwitch(_ spec: OptionSpec) -> Bool {
        guard let current, spec.offered(in: current.edition) else { return false }
        current.note(.option(spec))
        return current.line?.values[spec.key] != nil
    }

    static func bind<Chosen>(_ alternatives: [Alternative<Chosen>], isRequired: Bool) -> Chosen? {
        guard let current else { return nil }
        current.note(.choice(ChoiceSpec(options: alternatives.map(\.spec), isRequired: isRequired)))
        for alternative in alternatives {
            guard let text = current.line?.values[alternative.spec.key] else { continue }
            return current.read(alternative.spec.name, alternative.spec.kind, text, alternative.read)
        }
        return nil
    }

    static func bindWord<Value: ArgumentValue>(_ spec: WordSpec, standing: Value?) -> Value? {
        guard let current else { return standing }
        current.note(.words(spec))
        let word = current.state.withLock { $0.words.isEmpty ? nil : $0.words.removeFirst() }
        guard let word else {
            if spec.isRequired, current.line != nil { current.note(.missing(["<\(spec.name)>"])) }
            return standing
        }
        return current.read("<\(spec.name)>", spec.kind, word, Value.init(argument:)) ?? standing
    }

    static func bindWords(_ spec: WordSpec) -> [String] {
        guard let current else { return [] }
        current.note(.words(spec))
        return current.state.withLock { state in
            if spec.followsTerminator {
                defer { state.trailing = [] }
                return state.trailing
            }
            defer { state.words = [] }
            return state.words
        }
    }
}
