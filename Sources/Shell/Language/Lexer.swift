/// Reads the shell's language: words as in a POSIX shell, `;`, comments, `| program`, `> file`, `! program`.
///
/// What a POSIX shell would take for more than that (`&`, `<`, parentheses, backquotes) is refused, so that a line
/// never means two things; file name patterns are plain text.
struct Lexer {
    let text: [Unicode.Scalar]
    var index = 0
    var line: Int
    private var statements: [Statement] = []
    private var words: [Word] = []
    private var output = Statement.Output.terminal
    /// Where the statement began.
    private var start = 0

    /// The statements of `text`, whose first line has the number `line`.
    static func statements(of text: String, line: Int = 1) throws(SyntaxError) -> [Statement] {
        var lexer = Lexer(text: Array(text.unicodeScalars), line: line)
        try lexer.read()
        return lexer.statements
    }

    private init(text: [Unicode.Scalar], line: Int) { (self.text, self.line, start) = (text, line, line) }

    var next: Unicode.Scalar? { index < text.count ? text[index] : nil }
    var afterNext: Unicode.Scalar? { index + 1 < text.count ? text[index + 1] : nil }

    func problem(_ description: String, isIncomplete: Bool = false) -> SyntaxError {
        // A statement that goes on over several lines is found where it begins.
        SyntaxError(line: isIncomplete ? start : line, description: description, isIncomplete: isIncomplete)
    }

    private mutating func read() throws(SyntaxError) {
        while let scalar = next {
            switch scalar {
            case " ", "\t", "\r": index += 1
            case "\n", ";": try endStatement()
            case "#": index = text[index...].firstIndex(of: "\n") ?? text.count
            case "!" where words.isEmpty && output == .terminal: try readProgram()
            case "|": try readPipe()
            case ">": try readRedirection()
            case "\\" where afterNext == "\n":
                (index, line) = (index + 2, line + 1)
                if next == nil { throw problem("nothing follows the backslash", isIncomplete: true) }
            default: words.append(try readWord())
            }
            if words.isEmpty { start = line }
        }
        try endStatement()
    }

    private mutating func endStatement() throws(SyntaxError) {
        if !words.isEmpty {
            statements.append(Statement(line: start, action: .command(words), output: output))
        } else if output != .terminal {
            throw problem("there is no command before '>'")
        }
        (words, output) = ([], .terminal)
        if next == "\n" { line += 1 }
        index += 1
    }

    private mutating func readProgram() throws(SyntaxError) {
        index += 1
        let end = text[index...].firstIndex(of: "\n") ?? text.count
        let program = trimmed(text[index..<end])
        if program.isEmpty { throw problem("a program's name has to follow '!'") }
        statements.append(Statement(line: line, action: .program(program)))
        index = end
    }

    private mutating func readRedirection() throws(SyntaxError) {
        guard output == .terminal else { throw problem("a command's output goes to one place") }
        let appends = afterNext == ">"
        index += appends ? 2 : 1
        while next == " " || next == "\t" { index += 1 }
        guard let scalar = next, !Self.ends.contains(scalar) else {
            throw problem("the name of a file has to follow '>'")
        }
        output = .file(try readWord(), appends: appends)
    }

    private mutating func readPipe() throws(SyntaxError) {
        guard !words.isEmpty else { throw problem("there is no command before '|'") }
        guard output == .terminal else { throw problem("a command's output goes to one place") }
        index += 1
        let program = trimmed(try readTail())
        guard !program.isEmpty, program.first != "|" else { throw problem("a program's name has to follow '|'") }
        output = .program(program)
    }

    private func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        let rest = scalars.drop(while: { $0.value <= 0x20 }).reversed().drop(while: { $0.value <= 0x20 })
        return String(String.UnicodeScalarView(rest.reversed()))
    }
}

extension Lexer {
    /// What ends a word that is not quoted.
    static let ends: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n", ";", "|", ">"]

    /// The rest of the statement as it stands, for the system's shell.
    fileprivate mutating func readTail() throws(SyntaxError) -> ArraySlice<Unicode.Scalar> {
        let start = index
        var depth = 0
        while let scalar = next, depth > 0 || scalar != ";" && scalar != "\n" {
            switch scalar {
            case "\\": index += 1
            case "'", "\"": try skipQuoted(scalar)
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case "\n": line += 1
            case "#" where text[index - 1] == " ":
                defer { index = text[index...].firstIndex(of: "\n") ?? text.count }
                return text[start..<index]
            default: break
            }
            index = min(index + 1, text.count)
        }
        return text[start..<index]
    }

    private mutating func skipQuoted(_ quote: Unicode.Scalar) throws(SyntaxError) {
        index += 1
        while let scalar = next, scalar != quote {
            if scalar == "\\", quote == "\"" { index += 1 }
            if scalar == "\n" { line += 1 }
            index += 1
        }
        if next == nil { throw problem("the quote \(quote) is not closed", isIncomplete: true) }
    }
}
