extension String {
    /// Its lines, none longer than `width` unless a single word is; breaks that are there already stay.
    ///
    /// Lengths count UTF-16 units, as everywhere in text: counting what is seen costs help a millisecond.
    func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        // Bytes: cutting strings costs help a millisecond.
        for line in Array(utf8).split(separator: 0x0a, omittingEmptySubsequences: false) {
            var (current, length): ([UInt8], Int) = ([], 0)
            for word in line.split(separator: 0x20) {
                let units = word.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : $1 >= 0xf0 ? 2 : 1) }
                if current.isEmpty {
                    (current, length) = (Array(word), units)
                } else if length + 1 + units <= width {
                    current.append(0x20)
                    current += word
                    length += 1 + units
                } else {
                    lines.append(String(decoding: current, as: UTF8.self))
                    (current, length) = (Array(word), units)
                }
            }
            lines.append(String(decoding: current, as: UTF8.self))
        }
        return lines
    }

    /// Itself as the left column and `text`, wrapped, as the right one, which begins at `column`.
    func described(by text: String, column: Int, width: Int) -> String {
        let margin = String.blanks(column)
        let lines = text.wrapped(to: max(16, width - column))
        let start = utf16.count + 2 <= column ? padded(to: -column) : self + "\n" + margin
        return start + lines.joined(separator: "\n" + margin) + "\n"
    }

    /// Wrapped, and every line that is not empty indented.
    func indented(by blanks: Int, width: Int) -> String {
        let margin = String.blanks(blanks)
        return wrapped(to: max(16, width - blanks)).map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
    }
}
