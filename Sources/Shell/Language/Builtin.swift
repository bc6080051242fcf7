/// The words that only the shell knows, beside the subcommands.
enum Builtin: String, CaseIterable {
    case watch, `repeat`, time, source, use, set, last, history, explain, clear, quit, exit

    /// How it is written.
    var usage: String {
        switch self {
        case .watch: "watch <duration> <command>"
        case .repeat: "repeat <number> <command>"
        case .time: "time <command>"
        case .source: "source <file>"
        case .use: "use <context>"
        case .set: "set [<option> [<value>]]"
        case .last: "last [--json | --output <format>]"
        case .history: "history [<number>]"
        case .explain: "explain last"
        case .clear: "clear"
        case .quit, .exit: "\(rawValue) [<status>]"
        }
    }

    /// What it does, as help shows it.
    var summary: String {
        switch self {
        case .watch: "Run a command again and again, until interrupted"
        case .repeat: "Run a command so many times, or until it fails"
        case .time: "Run a command, and tell how long it took"
        case .source: "Run the commands of a file"
        case .use: "Work with another context, or with other name servers"
        case .set: "Set an option for every command from now on, such as output json"
        case .last: "Draw the last result again, in any format, without asking a server"
        case .history: "List the lines typed so far"
        case .explain: "Say more about how the last command ended"
        case .clear: "Clear the screen"
        case .quit, .exit: "Leave the shell; so does Ctrl-D"
        }
    }

    /// How many of its words stand before a command of its own; nil where no command follows.
    var wordsBeforeCommand: Int? {
        switch self {
        case .watch, .repeat: 1
        case .time: 0
        default: nil
        }
    }

    init?(word: String?) {
        guard let word else { return nil }
        self.init(rawValue: word.lowercased())
    }
}
