/// A shell that completions are made for.
public enum Shell: String, CaseIterable, ArgumentValue {
    case bash, zsh, fish
}

extension Catalog {
    /// The file that teaches a shell to complete the tool's command lines.
    ///
    /// Names that only a live cluster knows are asked for by `<tool> __complete <what> -- <the words so far>`, with
    /// standard error silenced; where that prints nothing, nothing is offered.
    public func completions(for shell: Shell) -> GeneratedFile {
        switch shell {
        case .bash: GeneratedFile(name: "\(tool.name).bash", text: bashCompletions())
        case .zsh: GeneratedFile(name: "_\(tool.name)", text: zshCompletions())
        case .fish: GeneratedFile(name: "\(tool.name).fish", text: fishCompletions())
        }
    }

    /// Every shared option, `-h` among them.
    var sharedOptions: [OptionSpec] { [.help] + globalDeclarations(in: .v5).flatMap(\.options) }
}

extension OptionSpec {
    /// Its names as they are typed; a long name with a blank inside is not offered.
    public var typed: [String] {
        let long = displayedLong.contains(" ") ? [] : ["--\(displayedLong)"]
        return (short.map { ["-\($0)"] } ?? []) + long
    }
}

extension ValueKind {
    /// What to offer: its choices where it has some.
    public var offer: Offer {
        if !choices.isEmpty { return .words(choices) }
        return switch completion {
        case .none: .nothing
        case .file: .files
        case .directory: .directories
        case .command: .commands
        case .live(let what): .live(what)
        }
    }

    /// What a shell may offer in the place of a value.
    public enum Offer: Sendable, Hashable {
        case nothing
        case words([String])
        case files
        case directories
        case commands
        case live(String)
    }
}

extension String {
    /// With each `@NAME@` replaced by the value of `NAME`.
    func filled(with values: KeyValuePairs<String, String>) -> String {
        values.reduce(self) { $0.replacing("@\($1.key)@", by: $1.value) }
    }

    /// In single quotes, for bash and zsh.
    var quotedForShell: String { "'" + replacing("'", by: "'\\''") + "'" }
}
