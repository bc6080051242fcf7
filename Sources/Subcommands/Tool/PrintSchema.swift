import CommandKit
import LooseJSON

struct PrintSchema: Subcommand {
    static let about = About(
        "schema", .tool, "Print the JSON Schema of what a command prints with --json",
        discussion: "The schema derives from the declaration that the JSON is drawn from.",
        examples: [Example("topicRoute", "what programs find in a route")], isLocal: true)

    @Word("command", "the subcommand") var command: CommandName

    func run(in session: Session) async throws -> Message {
        let schema = catalog.schema(of: try catalog.entry(command.text))
        return Message(JSON.object(schema).pretty(), members: schema)
    }
}
