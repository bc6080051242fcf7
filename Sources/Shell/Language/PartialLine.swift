/// The statement that is being typed at the end of a line: its words so far, and the one at the cursor.
struct PartialLine: Equatable {
    enum Place: Equatable {
        /// A word of a command.
        case command
        /// The file after `>`.
        case file
        /// A line for the system's shell, or a comment.
        case foreign
    }

    /// The words before the cursor's, quotes taken off.
    var words: [String] = []
    /// The text of the word at the cursor, quotes taken off.
    var typed = ""
    /// Where that word begins, in bytes.
    var start = 0
    var place = Place.command

    private var quote: UInt8?
    private var isInWord = false
    private var bytes: [UInt8] = []

    /// Reads the line up to the cursor; a quote that is open is no error.
    init(_ text: String) {
        let line = Array(text.utf8)
        var index = 0
        while index < line.count, place != .foreign {
            let byte = line[index]
            if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'"), index + 1 < line.count {
                take(line[index + 1], at: index)
                index += 1
            } else if let open = quote {
                if byte == open { quote = nil } else { bytes.append(byte) }
            } else {
                readPlain(byte, at: index)
            }
            index += 1
        }
        if !isInWord { start = line.count }
        typed = String(decoding: bytes, as: UTF8.self)
    }

    private mutating func readPlain(_ byte: UInt8, at index: Int) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): endWord()
        case UInt8(ascii: ";"), UInt8(ascii: "\n"): (words, bytes, isInWord, place) = ([], [], false, .command)
        case UInt8(ascii: "|"): place = .foreign
        case UInt8(ascii: ">"):
            endWord()
            place = .file
        case UInt8(ascii: "#") where !isInWord, UInt8(ascii: "!") where !isInWord && words.isEmpty: place = .foreign
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            quote = byte
            begin(at: index)
        default: take(byte, at: index)
        }
    }

    private mutating func begin(at index: Int) {
        if !isInWord { (isInWord, start) = (true, index) }
    }

    private mutating func take(_ byte: UInt8, at index: Int) {
        begin(at: index)
        bytes.append(byte)
    }

    private mutating func endWord() {
        guard isInWord else { return }
        if place == .command { words.append(String(decoding: bytes, as: UTF8.self)) }
        (bytes, isInWord, place) = ([], false, .command)
    }
}
