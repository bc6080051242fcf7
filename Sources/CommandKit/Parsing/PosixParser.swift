/// Reads command lines as `PosixParser` of commons-cli 1.2 does, which RocketMQ 4 uses.
///
/// Only asked for lines that RocketMQ 5's parser refuses: `--c value` by a short name where long names make it
/// ambiguous, `-kname=value` with the value attached.
struct PosixParser {
    let vocabulary: Vocabulary

    /// What RocketMQ 4 would have understood, or `nil` when it would have refused the line, or ignored words in it.
    func parse(_ arguments: [String]) -> ParsedLine? {
        // No command of RocketMQ 4 has short names of several letters; taking them apart would misread them.
        guard vocabulary.options.allSatisfy({ ($0.short ?? "").unicodeScalars.count <= 1 }) else { return nil }
        var tokens = arguments.flatMap(flatten)[...]
        var line = ParsedLine()
        var keys: Set<String> = []
        while let token = tokens.popFirst() {
            guard token.hasPrefix("-"), token.count > 1, let option = option(token) else { return nil }
            var value = ""
            if option.takesNextWord {
                guard let next = tokens.first, !next.hasPrefix("-") || self.option(next) == nil else { return nil }
                value = next.strippingQuotes()
                tokens.removeFirst()
            }
            line.set(option, to: value)
            keys.insert(option.key)
        }
        return isComplete(keys) ? line : nil
    }

    /// Takes one argument apart: `--name=value` into two, bundled letters into an option each.
    private func flatten(_ token: String) -> [String] {
        if token.hasPrefix("--") {
            let (name, value) = token.splitAtEquals()
            return option(name) == nil ? [token] : [name] + (value.map { [$0] } ?? [])
        }
        guard token.hasPrefix("-"), token.unicodeScalars.count > 2, option(token) == nil else { return [token] }
        var tokens: [String] = []
        var rest = token.unicodeScalars.dropFirst()
        while let letter = rest.popFirst() {
            guard let option = option(String(letter)) else { return tokens + [token] }
            tokens.append("-\(letter)")
            guard option.takesNextWord, !rest.isEmpty else { continue }
            return tokens + [String(rest)]
        }
        return tokens
    }

    private func option(_ token: String) -> OptionSpec? {
        let name = token.withoutHyphens()
        return vocabulary.named(name) ?? vocabulary.extra(name)
    }

    private func isComplete(_ keys: Set<String>) -> Bool {
        vocabulary.options.allSatisfy { !$0.isRequired || keys.contains($0.key) }
            && vocabulary.choices.allSatisfy { choice in
                let count = choice.options.count { keys.contains($0.key) }
                return count <= 1 && (count == 1 || !choice.isRequired)
            }
    }
}
