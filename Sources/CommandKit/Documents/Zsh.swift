extension Catalog {
    func zshCompletions() -> String {
        let commands = shown.flatMap { entry in
            entry.about.names.map { "        \("\($0):\(entry.about.summary)".quotedForShell)\n" }
        }
        return String.zshTemplate.filled(with: [
            "COMMANDS": commands.joined(),
            "SHARED": sharedOptions.map { "        \(zshSpec($0, nil))\n" }.joined(),
            "CASES": shown.map(zshCase).joined(),
            "TOOL": tool.name,
        ])
    }

    /// The arm of a `case` over the command.
    private func zshCase(_ entry: Entry<Context>) -> String {
        let page = page(entry)
        // An option that the command redefines is not offered twice.
        let shared = page.shared.count == sharedOptions.count ? ["$shared"] : page.shared.map { zshSpec($0, nil) }
        let specs = page.own.flatMap(\.options).map { zshSpec($0, page.choice(of: $0)) } + page.words.map(zshWord)
        return "        \(entry.about.names.joined(separator: "|")))\n            _arguments "
            + (shared + specs).joined(separator: " \\\n                ") + " && return 0\n            ;;\n"
    }

    private func zshSpec(_ option: OptionSpec, _ choice: ChoiceSpec?) -> String {
        let names = option.typed
        let excluded = (choice?.options.flatMap(\.typed) ?? names).joined(separator: " ")
        let isOptional = option.kind?.isOptional == true
        let value = option.kind.map { kind in
            "\(isOptional ? "::" : ":")\(Self.escaped(kind.name)):\(zshAction(kind.offer))"
        }
        return names.map { name in
            let takes = option.kind == nil ? "" : isOptional ? "=-" : name.hasPrefix("--") ? "=" : ""
            return "(\(excluded))\(name)\(takes)[\(Self.escaped(option.help))]\(value ?? "")".quotedForShell
        }.joined(separator: " ")
    }

    private func zshWord(_ word: WordSpec) -> String {
        let action = word.isRepeating ? "_normal" : zshAction(word.kind.offer)
        let place = word.isRepeating ? "*::" : ":"
        return "\(place)\(Self.escaped(word.name)):\(action)".quotedForShell
    }

    private func zshAction(_ offer: ValueKind.Offer) -> String {
        switch offer {
        case .nothing: " "
        case .words(let words): "(\(words.map(Self.escaped).joined(separator: " ")))"
        case .files: "_files"
        case .directories: "_files -/"
        case .commands: "_\(tool.name)_commands"
        case .live(let what): "_\(tool.name)_live \(what)"
        }
    }

    /// Without the characters that end a part of a specification.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\[]:".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return escaped
    }
}
