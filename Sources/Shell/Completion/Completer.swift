internal import CommandKit
internal import Subcommands

/// What Tab offers at the end of a line.
struct Completer: Sendable {
    let names: LiveNames
    let contexts: ContextSwitch
    let edition: Edition

    /// The words that may stand in the place of the one at the cursor.
    struct Offers: Equatable {
        /// Where that word, or the part of it that is offered, begins, in bytes.
        var start: Int
        /// What was typed of it.
        var typed: String
        var words: [String] = []
        /// Whether the words are files: those that are folders end with a slash.
        var areFiles = false
    }

    func offers(for text: String) -> Offers {
        let line = PartialLine(text)
        var offers = Offers(start: line.start, typed: line.typed)
        switch line.place {
        case .foreign: return offers
        case .file: offers.fill(files: line.typed)
        case .command: fill(&offers, after: line.words)
        }
        return offers
    }

    private func fill(_ offers: inout Offers, after words: [String]) {
        var words = words[...]
        if words.first == "mqadmin" { words = words.dropFirst() }
        while let builtin = Builtin(word: words.first), let count = builtin.wordsBeforeCommand {
            if words.count <= count { return offers.fill(words.count == count ? [] : commandNames) }
            words = words.dropFirst(1 + count)
        }
        guard let first = words.first else { return offers.fill(commandNames) }
        if let builtin = Builtin(word: first) { return fill(&offers, of: builtin, after: Array(words.dropFirst())) }
        let draft = Draft(Array(words), of: catalog, in: edition)
        if let option = draft.pending {
            fill(&offers, option.kind?.offer ?? .nothing, draft)
        } else if offers.typed.hasPrefix("--"), let option = offers.splitAtEquals(draft.options) {
            fill(&offers, option.kind?.offer ?? .nothing, draft)
        } else if offers.typed.hasPrefix("-") {
            let isLong = offers.typed.hasPrefix("--")
            offers.fill(draft.options.flatMap(\.typed).filter { !isLong || $0.hasPrefix("--") })
        } else if let word = draft.word {
            fill(&offers, word.kind.offer, draft)
        } else if draft.command == nil {
            offers.fill(commandNames)
        } else if offers.typed.isEmpty {
            offers.fill(draft.options.compactMap(\.typed.last))
        }
    }

    private func fill(_ offers: inout Offers, _ offer: ValueKind.Offer, _ draft: Draft) {
        switch offer {
        case .nothing: break
        case .words(let words): offers.fill(words)
        case .files, .directories: offers.fill(files: offers.typed)
        case .commands: offers.fill(commandNames)
        case .live(let name):
            guard let kind = LiveKind(rawValue: name) else { return }
            offers.fill(names.names(LiveNames.Key(kind, of: draft)))
        }
    }

    private func fill(_ offers: inout Offers, of builtin: Builtin, after words: [String]) {
        let options = Draft([], of: catalog, in: edition).options
        switch builtin {
        case .source: offers.fill(files: offers.typed)
        case .use where words.isEmpty: offers.fill(contexts.names())
        case .set where words.isEmpty: offers.fill(options.map(\.long) + ["color", "pager"])
        case .set:
            let option = options.first { $0.long == words[0] }
            if let option {
                fill(&offers, option.kind?.offer ?? .words(["on", "off"]), Draft([], of: catalog, in: edition))
            }
        case .explain where words.isEmpty: offers.fill(["last"])
        case .last: offers.fill(words.last == "--output" ? Format.allCases.map(\.rawValue) : ["--json", "--output"])
        default: break
        }
    }

    private var commandNames: [String] {
        catalog.entries.filter { !$0.about.isHidden }.flatMap(\.about.names) + Builtin.allCases.map(\.rawValue)
    }
}

extension Completer.Offers {
    /// Takes the words that begin as what was typed, ignoring case.
    fileprivate mutating func fill(_ candidates: [String]) {
        words = candidates.filter { $0.begins(with: typed) }.sorted()
    }

    /// Moves the start behind `--name=`, and returns the option of that name.
    fileprivate mutating func splitAtEquals(_ options: [OptionSpec]) -> OptionSpec? {
        let parts = typed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let option = options.first(where: { "--\($0.long)" == parts[0] }) else { return nil }
        start += parts[0].utf8.count + 1
        typed = String(parts[1])
        return option
    }
}

extension String {
    /// Whether it begins with `other`, where ASCII letters count the same in both cases.
    func begins(with other: String) -> Bool {
        utf8.count >= other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.folded == $1.folded }
    }
}

extension UInt8 {
    /// The small letter of an ASCII one.
    var folded: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}
