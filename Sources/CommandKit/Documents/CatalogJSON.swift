public import LooseJSON

extension Catalog {
    /// Every command with its words, options, examples and exit statuses, and the options that all share.
    public func description(in edition: Edition = .v5) -> [JSON.Member] {
        [
            JSON.Member("tool", .string(tool.name)), JSON.Member("version", .string(tool.version)),
            JSON.Member("edition", .string(edition.rawValue)),
            JSON.Member(
                "globalOptions", .array(([.help] + globalDeclarations(in: edition).flatMap(\.options)).map(\.json))),
            JSON.Member("commands", .array(shown.map { .object(description(of: $0, in: edition)) })),
            JSON.Member(
                "exitStatuses",
                .array(
                    ExitStatus.allCases.map {
                        ["code": .integer($0.rawValue), "name": .string("\($0)"), "meaning": .string($0.meaning)]
                    })),
        ]
    }

    /// One command.
    public func description(of entry: Entry<Context>, in edition: Edition = .v5) -> [JSON.Member] {
        let page = page(entry, in: edition)
        let about = page.about
        let statuses = about.statuses.sorted { $0.key.rawValue < $1.key.rawValue }
        return [
            JSON.Member("name", .string(about.name)),
            JSON.Member("aliases", .array(about.aliases.map(JSON.string))),
            JSON.Member("area", .string(about.area.rawValue)), JSON.Member("summary", .string(about.summary)),
            JSON.Member("discussion", .string(about.discussion)),
            JSON.Member("words", .array(page.words.map(\.json))),
            JSON.Member("options", .array(page.own.flatMap(\.options).map(\.json))),
            JSON.Member(
                "choices",
                .array(
                    page.own.compactMap { declaration in
                        guard case .choice(let choice) = declaration else { return nil }
                        let names = choice.options.map { JSON.string($0.displayedLong) }
                        return ["options": .array(names), "required": .bool(choice.isRequired)]
                    })),
            JSON.Member(
                "examples",
                .array(
                    about.examples.map {
                        ["arguments": .string($0.arguments), "purpose": .string($0.purpose)]
                    })),
            JSON.Member(
                "exitStatuses",
                .array(statuses.map { ["code": .integer($0.key.rawValue), "meaning": .string($0.value)] })),
        ]
    }
}

extension OptionSpec {
    fileprivate var json: JSON {
        [
            "short": short.map(JSON.string) ?? .null, "long": .string(displayedLong), "help": .string(help),
            "value": kind.map { .string($0.name) } ?? .null, "values": .array((kind?.choices ?? []).map(JSON.string)),
            "required": .bool(isRequired), "default": standing.map(JSON.string) ?? .null,
            "onlyHere": .bool(isExtra),
        ]
    }
}

extension WordSpec {
    fileprivate var json: JSON {
        [
            "name": .string(name), "help": .string(help), "values": .array(kind.choices.map(JSON.string)),
            "required": .bool(isRequired), "repeating": .bool(isRepeating), "afterTerminator": .bool(followsTerminator),
        ]
    }
}
