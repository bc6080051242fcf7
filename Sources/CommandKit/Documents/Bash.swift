extension Catalog {
    func bashCompletions() -> String {
        String.bashTemplate.filled(with: [
            "SHARED_VALUES": bashValues(sharedOptions, indented: 8),
            "SHARED_OPTIONS": sharedOptions.flatMap(\.typed).joined(separator: " ").quotedForShell,
            "VALUED": sharedOptions.filter(\.takesNextWord).flatMap(\.typed).joined(separator: "|"),
            "COMMANDS": shown.flatMap(\.about.names).joined(separator: " "),
            "CASES": shown.map(bashCase).joined(),
            "TOOL": tool.name,
        ])
    }

    /// The arm of a `case` over the command: its options, their values, its words.
    private func bashCase(_ entry: Entry<Context>) -> String {
        let page = page(entry)
        let own = page.own.flatMap(\.options)
        let values = bashValues(own, indented: 16, ending: " return 0 ;;")
        let options = (own + page.shared).flatMap(\.typed).joined(separator: " ")
        return "        \(entry.about.names.joined(separator: "|")))\n"
            + (values.isEmpty ? "" : "            case $previous in\n\(values)            esac\n")
            + "            options=\(options.quotedForShell)\n"
            + "            words=\(bashAction(page.words.first?.kind.offer ?? .nothing))\n"
            + "            ;;\n"
    }

    /// The arms of a `case` over the option before the cursor.
    private func bashValues(_ options: [OptionSpec], indented blanks: Int, ending: String = " ;;") -> String {
        options.filter { $0.takesNextWord && !$0.typed.isEmpty }.map { option in
            let action = bashAction(option.kind?.offer ?? .nothing)
            return String.blanks(blanks) + option.typed.joined(separator: "|")
                + ") _\(tool.name)_act \(action)" + (ending == " ;;" ? " ;;\n" : ";\(ending)\n")
        }.joined()
    }

    private func bashAction(_ offer: ValueKind.Offer) -> String {
        switch offer {
        case .nothing: "''"
        case .words(let words): "'words:\(words.joined(separator: " "))'"
        case .files: "files"
        case .directories: "directories"
        case .commands: "commands"
        case .live(let what): "live:\(what)"
        }
    }
}
