/// Words and paragraphs in the mdoc language of man pages.
enum Mdoc {
    /// One argument of a macro: quoted where it has blanks, and never taken for a macro itself.
    static func argument(_ text: String) -> String {
        let escaped = escape(text)
        let isMacroLike = text.count <= 3 || text.count == 1 && ".,:;()[]?!|".holds(text)
        let safe = isMacroLike ? "\\&" + escaped : escaped
        return text.contains(where: { " \"".contains($0) }) ? "\"\(safe.replacing("\"", by: "\"\""))\"" : safe
    }

    /// Paragraphs of text: a sentence begins a line, no line is longer than 78 bytes.
    static func text(_ text: String) -> String {
        text.pieces(between: "\n\n").filter { !$0.isEmpty }.map { paragraph in
            sentences(of: paragraph.split(separator: "\n").joined(separator: " "))
                .flatMap { $0.wrapped(to: 72) }.map(line).joined(separator: "\n")
        }.joined(separator: "\n.Pp\n")
    }

    /// One line that stands as it is; a dot or a quote at its beginning is not a macro.
    static func line(_ text: String) -> String {
        let escaped = escape(text)
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }

    private static func escape(_ text: String) -> String {
        text.replacing("\\", by: "\\e").replacing("-", by: "\\-")
    }

    private static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            current += current.isEmpty ? String(word) : " \(word)"
            guard let end = word.last(where: { !"'\")".contains($0) }), ".?!".contains(end) else { continue }
            sentences.append(current)
            current = ""
        }
        return current.isEmpty ? sentences : sentences + [current]
    }

    /// `November 21, 2026` for `2026-11-21`.
    static func date(_ iso: String) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return "January 1, 1970" }
        return "\(months[parts[1] - 1]) \(parts[2]), \(parts[0])"
    }
}
