/// A command line that is being typed, read as far as it goes: what an interactive shell has to know on Tab.
///
/// Nothing in it is an error; what is not understood is passed over.
public struct Draft: Sendable {
    /// The command's name as it was typed; nil before there is one.
    public private(set) var command: String?
    /// The option whose value comes next.
    public private(set) var pending: OptionSpec?
    /// What may still be given.
    public private(set) var options: [OptionSpec] = []
    /// The word that comes next, where the command takes one.
    public private(set) var word: WordSpec?
    /// The values of options so far, by long name.
    public private(set) var values: [String: String] = [:]
    /// Whether a secret is among the values.
    public private(set) var holdsSecret = false

    private var used: [OptionSpec] = []
    private var words = 0

    /// Reads the words before the one that is being typed.
    public init<Context, Globals>(_ line: [String], of catalog: Catalog<Context, Globals>, in edition: Edition) {
        let globals = catalog.globalDeclarations(in: edition)
        var vocabulary = Vocabulary(globals)
        var declarations = globals
        for token in line {
            if let option = pending {
                note(token, as: option)
                pending = nil
            } else if token.hasPrefix("-"), token != "-" {
                read(token, vocabulary)
            } else if command == nil {
                command = token
                guard let entry = try? catalog.entry(token) else { return }
                declarations = catalog.declarations(of: entry, in: edition)
                vocabulary = Vocabulary(declarations)
            } else {
                words += 1
            }
        }
        let all = declarations.compactMap {
            if case .words(let word) = $0, !word.followsTerminator { word } else { nil }
        }
        word = all.dropFirst(words).first ?? all.last { $0.isRepeating }
        options = vocabulary.options.filter { vocabulary.holds($0) && !excludes($0, vocabulary) }
    }

    /// Whether an option is of no use any more: it was given, or one that excludes it.
    private func excludes(_ option: OptionSpec, _ vocabulary: Vocabulary) -> Bool {
        if used.contains(option) { return true }
        guard let choice = vocabulary.choice(of: option) else { return false }
        return used.contains { vocabulary.choice(of: $0) == choice }
    }

    private mutating func read(_ token: String, _ vocabulary: Vocabulary) {
        let (name, value) = token.splitAtEquals()
        let bare = name.withoutHyphens()
        let matches = vocabulary.matching(bare, withExtras: name.hasPrefix("--"))
        if let option = vocabulary.keyed(bare) ?? (matches.count == 1 ? matches[0] : nil) {
            used.append(option)
            if option.kind == nil { return }
            if let value { note(value, as: option) } else { pending = option }
        } else if let letter = bare.first, let option = vocabulary.keyed(String(letter)), option.kind != nil {
            used.append(option)
            note(String(bare.dropFirst()), as: option)
        }
    }

    private mutating func note(_ value: String, as option: OptionSpec) {
        values[option.displayedLong] = value
        holdsSecret = holdsSecret || option.isSecret
    }
}

extension OptionSpec {
    /// Whether its value is a secret, and no file that holds one.
    var isSecret: Bool {
        guard let kind, !kind.isSecret else { return kind != nil }
        let name = long.lowercased()
        return kind.completion == .none && ["secret", "password", "token"].contains { name.holds($0) }
    }
}
