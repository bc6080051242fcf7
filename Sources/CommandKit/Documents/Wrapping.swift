extension String {
    /// Its lines, none longer than `width` unless a single word is; breaks that are there already stay.
    ///
    /// Lengths count UTF-16 units, as everywhere in text: counting what is seen costs help a millisecond.
    func wrapped(to width: Int) -> [String] {
        utf16.split(separator: 0x0a, omittingEmptySubsequences: false).flatMap { line in
            var lines: [String] = []
            var current = ""
            for word in line.split(separator: 0x20) {
                if current.isEmpty {
                    current = String(Substring(word))
                } else if current.utf16.count + 1 + word.count <= width {
                    current += " "
                    current += Substring(word)
                } else {
                    lines.append(current)
                    current = String(Substring(word))
                }
            }
            return lines + [current]
        }
    }

    /// Itself as the left column and `text`, wrapped, as the right one, which begins at `column`.
    func described(by text: String, column: Int, width: Int) -> String {
        let margin = String(repeating: " ", count: column)
        let lines = text.wrapped(to: max(20, width - column))
        let start = utf16.count + 2 <= column ? padded(to: -column) : self + "\n" + margin
        return start + lines.joined(separator: "\n" + margin) + "\n"
    }

    /// Wrapped, and every line that is not empty indented.
    func indented(by blanks: Int, width: Int) -> String {
        let margin = String(repeating: " ", count: blanks)
        return wrapped(to: max(20, width - blanks)).map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
    }
}
