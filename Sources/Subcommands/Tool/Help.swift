import CommandKit

struct Help: Subcommand {
    static let about = About(
        "help", .tool, "List the subcommands, or explain one",
        examples: [
            Example("", "list them"), Example("updateTopic", "explain updateTopic"),
            Example("--json", "everything about every one, for a program"),
        ], isLocal: true)

    @Word("command", "the subcommand to explain") var command: CommandName?

    func run(in session: Session) async throws -> Message {
        let (edition, width) = (session.edition, session.columns)
        guard let command else {
            return Message(catalog.overview(width: width).trimmed, members: catalog.description(in: edition))
        }
        let entry = try catalog.entry(command.text)
        return Message(
            catalog.help(for: entry, in: edition, width: width).trimmed,
            members: catalog.description(of: entry, in: edition))
    }
}

/// The name of a subcommand.
struct CommandName: ArgumentValue {
    static let kind = ValueKind("command", completion: .command)
    let text: String
    init(argument: String) { text = argument }
    var argument: String? { text }
}
