extension Catalog {
    /// What is wrong with the declarations, one line each; empty for a sound catalog.
    ///
    /// Made for a test. Names of commands and aliases are unique ignoring case, option names are unique within a command (it may redefine
    /// a shared one), keys of a report are unique and leave `kind` and `errors` alone, shared options may all be left
    /// out, and every command has an example that parses.
    public func flaws() -> [String] {
        var flaws: [String] = []
        var names: Set<String> = []
        for name in entries.flatMap(\.about.names) where !names.insert(name.lowercased()).inserted {
            flaws.append("two commands are called \(name)")
        }
        for edition in Edition.allCases {
            let globals = globalDeclarations(in: edition)
            flaws += Self.repeated([.help] + globals.flatMap(\.options)).map { "shared options: \($0) twice" }
            flaws += globals.flatMap(\.options).filter(\.isRequired).map { "shared option \($0.name) is required" }
            for entry in entries {
                let options = entry.declarations(in: edition).flatMap(\.options)
                flaws += Self.repeated(options).map { "\(entry.about.name): option \($0) twice" }
                flaws += options.filter { $0.help.isEmpty || $0.help.contains("\n") }.map {
                    "\(entry.about.name): help of \($0.name) is not one line"
                }
            }
        }
        return flaws + entries.flatMap(exampleFlaws) + entries.flatMap { Self.flaws($0.shape, of: $0.about.name) }
    }

    private static func repeated(_ options: [OptionSpec]) -> [String] {
        var seen: Set<String> = []
        return options.flatMap { option in
            [option.short.map { "-\($0)" }, "--\(option.long)"].compactMap(\.self)
        }.filter { !seen.insert($0).inserted }
    }

    private func exampleFlaws(_ entry: Entry<Context>) -> [String] {
        let name = entry.about.name
        if entry.about.examples.isEmpty { return entry.about.isHidden ? [] : ["\(name): no example"] }
        return entry.about.examples.compactMap { example in
            do throws(UsageError) {
                _ = try parse([name] + example.words)
                return nil
            } catch {
                return "\(name): example '\(example.arguments)': \(error)"
            }
        }
    }

    private static func flaws(_ shape: Shape, of name: String) -> [String] {
        switch shape {
        case .object(let fields):
            var seen: Set<String> = ["kind", "errors"]
            return fields.filter { !seen.insert($0.key).inserted }.map { "\(name): key \($0.key) is taken" }
        case .either(let shapes): return shapes.flatMap { flaws($0, of: name) }
        default: return []
        }
    }
}
