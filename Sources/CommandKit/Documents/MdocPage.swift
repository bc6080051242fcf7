/// A man page while it is being written.
struct MdocPage {
    var lines: [String]

    init(_ tool: Tool, title: String, summary: String) {
        lines = [
            ".\\\" Made from the declarations of the commands: do not edit.",
            ".Dd \(Mdoc.date(tool.date))", ".Dt \(title.uppercased()) 1",
            ".Os",
            ".Sh NAME", ".Nm \(title)", ".Nd \(Mdoc.line(summary))",
        ]
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func section(_ title: String, _ content: [String]) { lines += [".Sh \(title)"] + content }

    /// A list of terms; `isMacro` says that the terms are macros already.
    mutating func list(_ items: [(term: String, text: String)], isMacro: Bool = false) {
        guard !items.isEmpty else { return }
        lines.append(".Bl -tag -width Ds")
        for item in items {
            lines.append(".It " + (isMacro ? String(item.term.dropFirst()) : item.term))
            lines.append(Mdoc.text(item.text))
        }
        lines.append(".El")
    }

    mutating func options(_ options: [(option: OptionSpec, text: String)]) {
        list(
            options.map { option, text in
                let short = option.short.map { "Fl \(Mdoc.argument($0)) , " } ?? ""
                return (".\(short)Fl Fl \(Mdoc.argument(option.displayedLong))\(option.mdocValue)", "\(text).")
            }, isMacro: true)
    }

    mutating func notes(_ title: String, _ notes: [Tool.Note], macro: String) {
        guard !notes.isEmpty else { return }
        section(title, [])
        list(notes.map { (".\(macro) \(Mdoc.argument($0.name))", $0.purpose) }, isMacro: true)
    }

    mutating func examples(_ examples: [(line: String, purpose: String)]) {
        guard !examples.isEmpty else { return }
        section("EXAMPLES", [])
        for (index, example) in examples.enumerated() {
            if index > 0 { lines.append(".Pp") }
            lines += [Mdoc.text("\(example.purpose.prefix(1).uppercased())\(example.purpose.dropFirst()):")]
            lines += [".Bd -literal -offset indent", Mdoc.line(example.line), ".Ed"]
        }
    }
}

extension OptionSpec {
    /// Its shortest name and its value, as macros.
    var mdocName: String {
        let name = short.map { "Fl \(Mdoc.argument($0))" } ?? "Fl Fl \(Mdoc.argument(displayedLong))"
        return name + mdocValue
    }

    fileprivate var mdocValue: String {
        guard let kind else { return "" }
        let value = "Ar \(Mdoc.argument(kind.name))"
        return kind.isOptional ? " Ns Oo = Ns \(value) Oc" : " \(value)"
    }
}
