/// Every subcommand, and the options that all of them share.
///
/// Help, man pages and completions are drawn from it. It is a list of closures: reading a command line makes the
/// command that it names, and no other.
public struct Catalog<Context: Sendable, Globals: GlobalOptions>: Sendable {
    /// The tool that users start.
    public let tool: Tool
    /// The subcommands, in the order help lists them within their area.
    public let entries: [Entry<Context>]

    /// A catalog of `entries` that all take the options of `globals`.
    public init(_ tool: Tool, globals: Globals.Type, _ entries: [Entry<Context>]) {
        (self.tool, self.entries) = (tool, entries)
    }

    /// The subcommand called `name`, or an alias of it, ignoring case.
    public func entry(_ name: String) throws(UsageError) -> Entry<Context> {
        let wanted = name.lowercased()
        let found = entries.first { $0.about.names.contains { $0.lowercased() == wanted } }
        if let found { return found }
        let names = entries.filter { !$0.about.isHidden }.flatMap(\.about.names)
        throw UsageError(.unknownCommand(name, nearest: Nearest.names(to: name, among: names)))
    }

    /// Reads a command line without the tool's own name.
    ///
    /// Options that all commands share may stand before the command's name. `-h` wins over anything else that may be
    /// wrong with the line. `edition` holds unless the line says otherwise.
    public func parse(
        _ arguments: [String], edition: Edition = .v5
    ) throws(UsageError) -> Invocation<Context, Globals> {
        var arguments = arguments
        if arguments.first == "--version" { arguments[0] = "version" }
        let globals = globalDeclarations(in: edition)
        var leading = OptionParser(Vocabulary(globals))
        let count = arguments.first?.hasPrefix("-") == false ? 0 : try leading.parseLeading(arguments)
        guard count < arguments.count, arguments[count] != "--" else {
            let filled: Globals = try fill(leading.line, edition)
            return Invocation(
                entry: nil, command: nil, globals: filled,
                given: leading.line.given(among: Vocabulary(globals), globals),
                edition: filled.edition ?? edition, asksForHelp: leading.line.values[OptionSpec.help.key] != nil)
        }
        let entry = try entry(arguments[count])
        let rest = Array(arguments[..<count] + arguments[(count + 1)...])
        do throws(UsageError) {
            return try parse(rest, for: entry, edition: edition)
        } catch {
            if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "-h" || $0 == "--help" }) {
                let asked = Edition(askedForIn: rest) ?? edition
                return Invocation(
                    entry: entry, command: nil, globals: Globals(), given: [:], edition: asked, asksForHelp: true)
            }
            throw UsageError(error.problem, command: entry.about.name)
        }
    }
}

extension Catalog {
    /// The options that all commands share, beside `-h`.
    func globalDeclarations(in edition: Edition) -> [Declaration] {
        Binder.declarations(in: edition) { _ = Globals() }
    }

    /// Everything a command takes, the shared options first.
    func declarations(of entry: Entry<Context>, in edition: Edition) -> [Declaration] {
        globalDeclarations(in: edition) + entry.declarations(in: edition)
    }

    /// Reads `arguments` in `edition`, and once more in the edition they ask for when that is another one.
    private func parse(
        _ arguments: [String], for entry: Entry<Context>, edition: Edition
    ) throws(UsageError) -> Invocation<Context, Globals> {
        let asked = Edition(askedForIn: arguments) ?? edition
        let declarations = declarations(of: entry, in: asked)
        let vocabulary = Vocabulary(declarations)
        var parser = OptionParser(vocabulary)
        do throws(UsageError) {
            try parser.parse(arguments)
            return try invocation(parser.line, of: entry, in: asked)
        } catch {
            let takesWords = declarations.contains { if case .words = $0 { true } else { false } }
            guard !takesWords, let line = PosixParser(vocabulary: vocabulary).parse(arguments) else { throw error }
            do throws(UsageError) {
                return try invocation(line, of: entry, in: asked)
            } catch _ { throw error }
        }
    }

    private func invocation(
        _ line: ParsedLine, of entry: Entry<Context>, in edition: Edition
    ) throws(UsageError) -> Invocation<Context, Globals> {
        let asksForHelp = line.values[OptionSpec.help.key] != nil
        let globals = try fill(line, edition)
        let command = asksForHelp ? nil : try entry.runnable(line, in: edition)
        return Invocation(
            entry: entry, command: command, globals: globals,
            given: line.given(among: Vocabulary(declarations(of: entry, in: edition)), globalDeclarations(in: edition)),
            edition: edition, asksForHelp: asksForHelp)
    }

    private func fill(_ line: ParsedLine, _ edition: Edition) throws(UsageError) -> Globals {
        try Binder.fill(from: line, edition: edition, takesWords: false) { Globals() }
    }
}

extension Edition {
    /// The edition that `--compat` names; it has to be known before the other options can be read.
    fileprivate init?(askedForIn arguments: [String]) {
        let options = arguments.prefix { $0 != "--" }
        for (index, argument) in options.enumerated() {
            let (name, attached) = argument.splitAtEquals()
            guard name == "--compat", let value = attached ?? options.dropFirst(index + 1).first else { continue }
            guard let edition = try? Edition(argument: value.withoutQuotes()) else { return nil }
            self = edition
            return
        }
        return nil
    }
}
