extension Catalog {
    func fishCompletions() -> String {
        let commands = shown.flatMap { entry in
            entry.about.names.map { name in
                "complete -c \(tool.name) -n __\(tool.name)_needs_command -a \(name)"
                    + " -d \(entry.about.summary.quotedForFish)\n"
            }
        }
        return String.fishTemplate.filled(with: [
            "VALUED": sharedOptions.filter(\.takesNextWord).flatMap(\.typed).joined(separator: " "),
            "SHARED": sharedOptions.map { fishLine($0, condition: nil) }.joined(),
            "COMMANDS": commands.joined(),
            "OPTIONS": shown.map(fishLines).filter { !$0.isEmpty }.joined(separator: "\n"),
            "TOOL": tool.name,
        ])
    }

    private func fishLines(_ entry: Entry<Context>) -> String {
        let page = page(entry)
        let condition = "__\(tool.name)_runs \(entry.about.names.joined(separator: " "))"
        let words = page.words.compactMap { word in
            fishOffer(word.kind.offer).map { "complete -c \(tool.name) -n '\(condition)' \($0)\n" }
        }
        return page.own.flatMap(\.options).map { fishLine($0, condition: condition) }.joined() + words.joined()
    }

    private func fishLine(_ option: OptionSpec, condition: String?) -> String {
        guard !option.typed.isEmpty else { return "" }
        var line = "complete -c \(tool.name)"
        if let condition { line += " -n '\(condition)'" }
        if let short = option.short { line += short.count == 1 ? " -s \(short)" : " -o \(short)" }
        if !option.displayedLong.contains(" ") { line += " -l \(option.displayedLong)" }
        if let kind = option.kind, !kind.isOptional {
            line += " -r" + (fishOffer(kind.offer).map { " \($0)" } ?? " -f")
        }
        return line + " -d \(option.help.quotedForFish)\n"
    }

    private func fishOffer(_ offer: ValueKind.Offer) -> String? {
        switch offer {
        case .nothing: nil
        case .words(let words): "-f -a \(words.joined(separator: " ").quotedForFish)"
        case .files: "-F"
        case .directories: "-f -a '(__fish_complete_directories)'"
        case .commands: "-f -a '\(shown.flatMap(\.about.names).joined(separator: " "))'"
        case .live(let what): "-f -a '(__\(tool.name)_live \(what))'"
        }
    }
}

extension String {
    /// In single quotes, inside which fish reads `\'` and `\\`.
    fileprivate var quotedForFish: String {
        "'" + replacing("\\", by: "\\\\").replacing("'", by: "\\'") + "'"
    }
}
