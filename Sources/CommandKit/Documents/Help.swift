extension Catalog {
    /// What the tool does, all commands by area, a few examples, and where to read on.
    public func overview(width: Int = 80) -> String {
        let column = min(32, width * 2 / 5, (shown.map(\.about.name.utf16.count).max() ?? 0) + 4)
        let lists = areas.map { area, members in
            "\n\(area.title)\n"
                + members.map { entry in
                    "  \(entry.about.name)".described(by: entry.about.summary, column: column, width: width)
                }.joined()
        }
        let examples = tool.examples.map { example in
            "  \(tool.name) \(example.arguments)\n" + "\(example.purpose)".indented(by: 6, width: width)
        }
        let next = [
            ("\(tool.name) help <command>", "what a command does, its options, and examples"),
            ("man \(tool.name)", "the manual: environment, files, exit statuses"),
        ]
        let title = tool.version.isEmpty ? tool.name : "\(tool.name) \(tool.version)"
        return "\(title): \(tool.summary)".indented(by: 0, width: width) + "\nUsage: \(tool.name) <command> [options]\n"
            + (tool.discussion.isEmpty ? "" : "\n" + tool.discussion.indented(by: 0, width: width))
            + lists.joined()
            + (examples.isEmpty ? "" : "\nExamples\n" + examples.joined())
            + "\nMore\n"
            + next.map {
                "  \($0.0)".described(by: $0.1, column: min(tool.name.count + 22, width * 2 / 5), width: width)
            }.joined()
    }

    /// How to use one command: what it does, its options, examples, and exit statuses of its own.
    public func help(for entry: Entry<Context>, in edition: Edition = .v5, width: Int = 80) -> String {
        let page = page(entry, in: edition)
        let about = page.about
        let start = "Usage: \(tool.name) \(about.name)"
        let lines = page.synopsis.joined(separator: " ").wrapped(to: max(20, width - 8))
        let usage =
            start.count + 1 + lines[0].count <= width && lines.count == 1
            ? "\(start) \(lines[0])\n" : start + "\n" + lines.map { "        \($0)\n" }.joined()
        var text = usage + "\n" + "\(about.summary).".indented(by: 0, width: width)
        if !about.aliases.isEmpty { text += "Also called \(about.aliases.listed("or")).\n" }
        if !about.discussion.isEmpty { text += "\n" + about.discussion.indented(by: 0, width: width) }
        text += section("Words", page.words.map { ($0.usage, $0.help) }, width)
        text += section("Options", page.own.flatMap(\.options).map { ($0.column, page.help(on: $0)) }, width)
        text += section("Global options", page.shared.map { ($0.column, page.help(on: $0)) }, width)
        if !about.examples.isEmpty {
            text += "\nExamples\n"
            for example in about.examples {
                text += "  " + "\(tool.name) \(about.name) \(example.arguments)".trimmingBlanks() + "\n"
                text += example.purpose.indented(by: 6, width: width)
            }
        }
        let statuses = about.statuses.sorted { $0.key.rawValue < $1.key.rawValue }
        return text + section("Exit status", statuses.map { ("\($0.key.rawValue)", $0.value) }, width)
    }

    private func section(_ title: String, _ rows: [(left: String, right: String)], _ width: Int) -> String {
        guard !rows.isEmpty else { return "" }
        let column = min(34, width * 2 / 5, (rows.map(\.left.utf16.count).max() ?? 0) + 4)
        return "\n\(title)\n"
            + rows.map { "  \($0.left)".described(by: $0.right, column: column, width: width) }.joined()
    }
}

extension OptionSpec {
    /// The left column of help; long names stand below each other where a short one is missing.
    fileprivate var column: String { short == nil ? "    \(usage)" : usage }
}
