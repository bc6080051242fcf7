/// Reads command lines as `DefaultParser` of commons-cli 1.5.0 does, which RocketMQ 5 uses.
///
/// Long names may be cut short while they stay unambiguous, one hyphen does for two, `-t=T` and `-tT` carry values,
/// switches can be bundled, the first of several values counts.
struct OptionParser {
    let vocabulary: Vocabulary
    var line = ParsedLine()

    private var pending: OptionSpec?
    private var isPastTerminator = false
    private var missing: [Requirement]
    private var selected: [Int: OptionSpec] = [:]

    private enum Requirement: Hashable {
        case key(String)
        case choice(Int)
    }

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        missing =
            vocabulary.options.filter(\.isRequired).map { .key($0.key) }
            + vocabulary.choices.indices.filter { vocabulary.choices[$0].isRequired }.map { .choice($0) }
    }

    /// Reads all of `arguments`.
    mutating func parse(_ arguments: some Sequence<String>) throws(UsageError) {
        for token in arguments { try read(token) }
        try requireValue()
        try requireOptions()
    }

    /// Reads options up to the first word, and returns how many arguments that took.
    mutating func parseLeading(_ arguments: [String]) throws(UsageError) -> Int {
        for (index, token) in arguments.enumerated() {
            try read(token)
            if !line.words.isEmpty || isPastTerminator { return index }
        }
        try requireValue()
        return arguments.count
    }

    private mutating func read(_ token: String) throws(UsageError) {
        if isPastTerminator {
            line.trailing.append(token)
        } else if token == "--" {
            isPastTerminator = true
        } else if let option = pending, option.kind?.mayBeginWithHyphen == true || isValue(token) {
            line.set(option, to: token.withoutQuotes())
            pending = nil
        } else if token.hasPrefix("--") {
            try readLong(token)
        } else if token.hasPrefix("-"), token != "-" {
            try readShort(token)
        } else {
            line.words.append(token)
        }
    }

    private mutating func readLong(_ token: String) throws(UsageError) {
        let (name, value) = token.splitAtEquals()
        let matches = vocabulary.matching(name.withoutHyphens(), withExtras: token.hasPrefix("--"))
        guard let option = matches.first else { throw unknown(token) }
        guard matches.count == 1 else {
            let names = matches.map { "--\($0.displayedLong)" }
            throw UsageError(.ambiguousOption(name, candidates: names))
        }
        if value != nil, option.kind == nil { throw unknown(token) }
        try select(option, value: value)
    }

    private mutating func readShort(_ token: String) throws(UsageError) {
        let (name, value) = token.withoutHyphens().splitAtEquals()
        if let value {
            guard name.unicodeScalars.count <= 1 else { return try readLong(token) }
            guard let option = vocabulary.named(name), option.kind != nil else { throw unknown(token) }
            return try select(option, value: value)
        }
        if let option = vocabulary.keyed(name) { return try select(option) }
        guard name.unicodeScalars.count > 1 else { throw unknown(token) }
        if !vocabulary.matching(name, withExtras: false).isEmpty { return try readLong(token) }
        if let (option, rest) = vocabulary.longPrefix(of: name), option.kind != nil {
            return try select(option, value: rest)
        }
        try readBundle(token, name)
    }

    private mutating func readBundle(_ token: String, _ name: String) throws(UsageError) {
        var rest = name.unicodeScalars[...]
        while let letter = rest.popFirst() {
            guard let option = vocabulary.named(String(letter)) else { throw unknown(token) }
            if option.kind != nil, !rest.isEmpty { return try select(option, value: String(rest)) }
            try select(option)
        }
    }

    private mutating func select(_ option: OptionSpec, value: String? = nil) throws(UsageError) {
        try requireValue()
        if option.isRequired { missing.removeAll { $0 == .key(option.key) } }
        if let choice = vocabulary.choice(of: option) {
            missing.removeAll { $0 == .choice(choice) }
            if let other = selected.updateValue(option, forKey: choice), other.key != option.key {
                throw UsageError(.excluded(option.name, by: other.name))
            }
        }
        if let value {
            line.set(option, to: value)
        } else if option.takesNextWord {
            pending = option
        } else {
            line.set(option, to: "")
        }
    }
}

extension OptionParser {
    /// Whether `token` is taken as the value of the option before it: it must not look like an option itself.
    private func isValue(_ token: String) -> Bool {
        guard token.hasPrefix("-"), token != "-", !token.isNegativeNumber else { return true }
        let isLong = token.hasPrefix("--")
        let name = token.splitAtEquals().name.withoutHyphens()
        if isLong, vocabulary.extra(name) != nil { return false }
        if !vocabulary.matching(name, withExtras: false).isEmpty { return false }
        if vocabulary.keyed(name) != nil { return false }
        if isLong { return true }
        if vocabulary.longPrefix(of: token.withoutHyphens()) != nil { return false }
        return name.unicodeScalars.first.map { vocabulary.keyed(String($0)) == nil } ?? true
    }

    private func requireValue() throws(UsageError) {
        if let pending { throw UsageError(.missingValue(pending.usage)) }
    }

    private func requireOptions() throws(UsageError) {
        guard !missing.isEmpty else { return }
        let names = missing.map { requirement in
            switch requirement {
            case .key(let key): vocabulary.keyed(key)?.usage ?? "-\(key)"
            case .choice(let choice): "one of \(vocabulary.choices[choice].usage)"
            }
        }
        throw UsageError(.missing(names))
    }

    private func unknown(_ token: String) -> UsageError {
        UsageError(.unknownOption(token, nearest: vocabulary.nearest(to: token)))
    }
}
