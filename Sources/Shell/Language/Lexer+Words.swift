extension Lexer {
    /// A word up to what ends it.
    mutating func readWord() throws(SyntaxError) -> Word {
        var word = Word()
        if next == "~", afterNext.map({ $0 == "/" || Self.ends.contains($0) }) ?? true {
            word.pieces.append(.variable("HOME"))
            index += 1
        }
        while let scalar = next, !Self.ends.contains(scalar) {
            index += 1
            switch scalar {
            case "'": try readQuoted(into: &word)
            case "\"": try readDoublyQuoted(into: &word)
            case "\\": try readEscaped(into: &word)
            case "$": try readVariable(into: &word)
            case "&", "<", "(", ")", "`":
                throw problem("'\(scalar)' has no meaning here: quote it, or hand the line to a program with '!'")
            default: word.append(scalar)
            }
        }
        if next == ">", word == Word(pieces: [.text("2")]) { throw problem("only standard output can be redirected") }
        return word
    }

    private mutating func readQuoted(into word: inout Word) throws(SyntaxError) {
        guard let end = text[index...].firstIndex(of: "'") else {
            throw problem("the quote ' is not closed", isIncomplete: true)
        }
        word.pieces.append(.nothing)
        for scalar in text[index..<end] { word.append(scalar) }
        line += text[index..<end].count { $0 == "\n" }
        index = end + 1
    }
}

extension Lexer {
    private mutating func readDoublyQuoted(into word: inout Word) throws(SyntaxError) {
        word.pieces.append(.nothing)
        while let scalar = next {
            index += 1
            switch scalar {
            case "\"": return
            case "$": try readVariable(into: &word)
            case "`": throw problem("'`' has no meaning here: quote it with '…'")
            case "\\":
                guard let escaped = next else { break }
                if ["\"", "\\", "$", "`", "\n"].contains(escaped) {
                    try readEscaped(into: &word)
                } else {
                    word.append(scalar)
                }
            default:
                if scalar == "\n" { line += 1 }
                word.append(scalar)
            }
        }
        throw problem("the quote \" is not closed", isIncomplete: true)
    }

    /// What follows a backslash: itself; a line end is taken away.
    private mutating func readEscaped(into word: inout Word) throws(SyntaxError) {
        guard let scalar = next else { throw problem("nothing follows the backslash", isIncomplete: true) }
        index += 1
        guard scalar == "\n" else { return word.append(scalar) }
        line += 1
        if next == nil { throw problem("nothing follows the backslash", isIncomplete: true) }
    }

    /// `$NAME`, `${NAME}`, `$?`; any other dollar sign is itself.
    private mutating func readVariable(into word: inout Word) throws(SyntaxError) {
        let isBraced = next == "{"
        let start = isBraced ? index + 1 : index
        var end = start
        while end < text.count, text[end].isName, end > start || !("0"..."9").contains(text[end]) { end += 1 }
        if end == start, end < text.count, text[end] == "?" { end += 1 }
        let name = String(String.UnicodeScalarView(text[start..<end]))
        if next == "(" { throw problem("'$(' has no meaning here: quote it, or use '!'") }
        if isBraced {
            guard !name.isEmpty, end < text.count, text[end] == "}" else {
                throw problem("'${' has to be followed by a name and '}'")
            }
            index = end + 1
        } else {
            index = end
        }
        if name.isEmpty { word.append("$") } else { word.pieces.append(.variable(name)) }
    }
}

extension Unicode.Scalar {
    /// Whether it may stand in a variable's name.
    var isName: Bool {
        self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
    }
}
