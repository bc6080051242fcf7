import CommandKit

struct OpenShell: Subcommand {
    static let about = About(
        "shell", .tool, "Open the interactive shell, or run a script of commands",
        discussion: """
            The shell keeps one connection and completes live names on Tab. Lines are those of mqadmin, with or without \
            its name, quoted as in a POSIX shell: "# comment", "a; b", "$NAME", "NAME=value", "cmd | program", \
            "cmd > file", "cmd >> file", "! program". What it knows beside the subcommands: watch 2s cmd, repeat 5 cmd, \
            time cmd, source FILE, use CONTEXT, set output json, last, history, explain last, clear, quit; "help" \
            there explains them.

            Without a terminal, or with -e, -f or -, it runs a script: errors name their line, and the first failure \
            ends it with its status. The options given here hold for every command of it.
            """,
        examples: [
            Example("-n 127.0.0.1:9876", "with these name servers; mqadmin alone on a terminal opens it too"),
            Example("-n 127.0.0.1:9876 -e 'updateTopic -t T; topicRoute -t T'", "two commands over one connection"),
            Example("-f topics.mq --keep-going", "a script, to its end"),
            Example("-", "a script on standard input"),
        ],
        statuses: [.failure: "The first command that failed has its own status, which is the script's."])

    @Choice(
        .option("e", "execute", "run these commands", ShellRequest.Input.commands),
        .option("f", "file", "run the commands of this file") { (file: FilePath) in .file(file.text) }
    ) var input: ShellRequest.Input?
    @Word("-", "run the commands on standard input") var dash: Dash?
    @Option(extra: "keep-going", "go on after a command that failed") var keepsGoing: Bool
    @Option(extra: "color", "whether the shell uses colours") var color: ShellRequest.Color = .auto

    func run(in session: Session) async throws -> Message {
        if input != nil, dash != nil { throw UsageError("one script at a time: - or -e or -f") }
        throw ShellRequest(
            input: dash == nil ? input ?? .terminal : .standardInput, keepsGoing: keepsGoing, color: color)
    }
}
