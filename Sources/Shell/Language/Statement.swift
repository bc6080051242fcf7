/// One command of the shell's language, read but not yet expanded.
struct Statement: Sendable, Equatable {
    enum Action: Sendable, Equatable {
        case command([Word])
        /// `! text`: a line for the system's shell.
        case program(String)
    }

    enum Output: Sendable, Equatable {
        case terminal
        case file(Word, appends: Bool)
        /// A line for the system's shell, which reads what the command prints.
        case program(String)
    }

    var line: Int
    var action: Action
    var output = Output.terminal
}

/// A word as it was written: text, and variables whose values are put in when its command's turn comes.
struct Word: Sendable, Equatable {
    enum Piece: Sendable, Equatable {
        case text(String)
        case variable(String)
        /// What an empty pair of quotes leaves: a word, though without text.
        case nothing
    }

    var pieces: [Piece] = []

    /// The word with values put in; nil where it is only variables, and all are empty.
    func expanded(_ value: (String) -> String?) -> String? {
        let text = pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .variable(let name): value(name) ?? ""
            case .nothing: ""
            }
        }.joined()
        let isOnlyVariables = pieces.allSatisfy { if case .variable = $0 { true } else { false } }
        return text.isEmpty && isOnlyVariables ? nil : text
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if case .text(let text)? = pieces.last {
            pieces[pieces.count - 1] = .text(text + String(scalar))
        } else {
            pieces.append(.text(String(scalar)))
        }
    }
}

/// A text that is no command of the shell's language.
struct SyntaxError: Error, Equatable, CustomStringConvertible {
    var line: Int
    var description: String
    /// Whether more lines may complete it: a quote is open, or the last line ends with a backslash.
    var isIncomplete = false
}
