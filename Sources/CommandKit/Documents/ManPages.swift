/// A file that is made from the catalog.
public struct GeneratedFile: Sendable, Hashable {
    /// Its name, without a folder.
    public var name: String
    /// What it contains.
    public var text: String
}

extension Catalog {
    /// The manual: a page about the tool, and one for each command that lists show, in mdoc.
    public func manPages() -> [GeneratedFile] {
        [GeneratedFile(name: "\(tool.name).1", text: overviewPage())]
            + shown.map { entry in
                GeneratedFile(name: "\(tool.name)-\(entry.about.name).1", text: manPage(for: entry))
            }
    }

    private func overviewPage() -> String {
        var page = MdocPage(tool, title: tool.name, summary: tool.summary)
        page.section("SYNOPSIS", [".Nm", ".Ar command", ".Op Ar options"])
        page.section("DESCRIPTION", [Mdoc.text(tool.discussion.isEmpty ? "\(tool.summary)." : tool.discussion)])
        for (area, members) in areas {
            page.lines.append(".Ss \(Mdoc.argument(area.title))")
            page.list(members.map { (Mdoc.argument($0.about.name), "\($0.about.summary).") })
        }
        let globals = [OptionSpec.help] + globalDeclarations(in: .v5).flatMap(\.options)
        page.lines.append(".Ss Options of all commands")
        page.options(globals.map { ($0, Self.remarks(on: $0)) })
        page.notes("ENVIRONMENT", tool.environment, macro: "Ev")
        page.notes("FILES", tool.files, macro: "Pa")
        page.section("EXIT STATUS", [])
        page.list(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
        page.examples(tool.examples.map { ("\(tool.name) \($0.arguments)", $0.purpose) })
        return page.text
    }

    private func manPage(for entry: Entry<Context>) -> String {
        let command = page(entry)
        let about = command.about
        var page = MdocPage(tool, title: "\(tool.name)-\(about.name)", summary: about.summary)
        page.section("SYNOPSIS", [".Nm \(tool.name) \(Mdoc.argument(about.name))"] + command.mdocSynopsis)
        page.section("DESCRIPTION", [Mdoc.text("\(about.summary).\n\n\(about.discussion)")])
        if !about.aliases.isEmpty { page.lines += [".Pp", "Also called \(about.aliases.listed("or"))."] }
        if !command.words.isEmpty {
            page.lines += [".Pp", "The words are:"]
            page.list(command.words.map { (".Ar \(Mdoc.argument($0.name))", "\($0.help).") }, isMacro: true)
        }
        let own = command.own.flatMap(\.options)
        if !own.isEmpty {
            page.lines += [".Pp", "The options are:"]
            page.options(own.map { ($0, command.help(on: $0)) })
        }
        page.lines.append(".Ss Options of all commands")
        page.options(command.shared.map { ($0, command.help(on: $0)) })
        page.section(
            "EXIT STATUS", ["That of", ".Nm \(tool.name) ,", "whose page lists all of them."])
        page.list(
            about.statuses.sorted { $0.key.rawValue < $1.key.rawValue }.map { ("\($0.key.rawValue)", "\($0.value).") })
        page.examples(about.examples.map { ("\(tool.name) \(about.name) \($0.arguments)", $0.purpose) })
        return page.text
    }

    private static func remarks(on option: OptionSpec) -> String {
        option.help + (option.standing.map { " (default: \($0))" } ?? "")
    }
}

extension CommandPage {
    /// The synopsis as macros.
    fileprivate var mdocSynopsis: [String] {
        own.compactMap { declaration -> String? in
            switch declaration {
            case .option(let option): option.isRequired ? ".\(option.mdocName)" : nil
            case .choice(let choice):
                choice.isRequired
                    ? ".Pq " + choice.options.map(\.mdocName).joined(separator: " | ")
                    : ".Op " + choice.options.map(\.mdocName).joined(separator: " | ")
            case .words: nil
            }
        } + [".Op Ar options"]
            + words.map { word in
                let name = (word.followsTerminator ? "Fl Fl Ar " : "Ar ") + Mdoc.argument(word.name)
                return word.isRequired ? ".\(name)" : ".Op \(name)" + (word.isRepeating ? " ..." : "")
            }
    }
}
