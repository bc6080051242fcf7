/// What is to be said about one command, in the order in which help, the man page and the completions say it.
struct CommandPage {
    let about: About
    /// The command's own options, and the choices among them.
    let own: [Declaration]
    /// The options every command has, but for those the command redefines.
    let shared: [OptionSpec]
    /// The words it takes.
    let words: [WordSpec]

    init<Context>(_ entry: Entry<Context>, globals: [Declaration], in edition: Edition) {
        about = entry.about
        let declarations = entry.declarations(in: edition)
        own = declarations.filter { if case .words = $0 { false } else { true } }
        words = declarations.compactMap { if case .words(let word) = $0 { word } else { nil } }
        let taken = own.flatMap(\.options)
        shared = ([.help] + globals.flatMap(\.options)).filter { global in
            !taken.contains { $0.key == global.key || $0.long == global.long }
        }
    }

    /// Every option, the command's own first.
    var options: [OptionSpec] { own.flatMap(\.options) + shared }

    /// What follows the command's name in a usage line: what is required, and that there are options.
    var synopsis: [String] {
        let required = own.compactMap { declaration -> String? in
            switch declaration {
            case .option(let option): option.isRequired ? option.name + option.valueText : nil
            case .choice(let choice): choice.isRequired ? "(\(choice.usage))" : "[\(choice.usage)]"
            case .words: nil
            }
        }
        return required + ["[options]"] + words.map(\.usage)
    }

    /// An option's line of help with what else there is to know: whether it is required, its default, its choices.
    func help(on option: OptionSpec) -> String {
        var remarks: [String] = []
        if option.isRequired { remarks.append("required") }
        if let choice = choice(of: option) {
            let others = choice.options.filter { $0.key != option.key }.map(\.name).listed("or")
            remarks.append(choice.isRequired ? "required: this or \(others)" : "not together with \(others)")
        }
        if let kind = option.kind, !kind.choices.isEmpty, kind.name != kind.choices.joined(separator: "|") {
            remarks.append(kind.choices.listed("or"))
        }
        if let standing = option.standing { remarks.append("default: \(standing)") }
        return option.help + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
    }

    /// The choice an option belongs to.
    func choice(of option: OptionSpec) -> ChoiceSpec? {
        for case .choice(let choice) in own where choice.options.contains(option) { return choice }
        return nil
    }
}

extension Catalog {
    func page(_ entry: Entry<Context>, in edition: Edition = .v5) -> CommandPage {
        CommandPage(entry, globals: globalDeclarations(in: edition), in: edition)
    }

    /// The commands that lists show.
    var shown: [Entry<Context>] { entries.filter { !$0.about.isHidden } }

    /// The areas that have commands, with them.
    var areas: [(area: Area, entries: [Entry<Context>])] {
        let members = Dictionary(grouping: shown, by: \.about.area)
        return Area.allCases.compactMap { area in members[area].map { (area, $0) } }
    }
}
