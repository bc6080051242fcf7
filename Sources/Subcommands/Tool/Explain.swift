import AdminClient
import CommandKit

struct Explain: Subcommand {
    static let about = About(
        "explain", .tool, "Say what a response code or an exit status means, and what helps",
        discussion: "A number may be both, and stands without a sign; without any, all of them are listed.",
        examples: [
            Example("17", "the response code TOPIC_NOT_EXIST"), Example("NO_PERMISSION", "a code by its name"),
            Example("partial", "an exit status by its name"), Example("--json", "all of them, for a program"),
        ], statuses: [.notFound: "There is no such code, and no such status."], isLocal: true)

    @Word("code|name", "a number, or a name such as TOPIC_NOT_EXIST or notFound") var code: String?

    func run(in session: Session) async throws -> Table<ExplainedCode> {
        let wanted = Self.plain(code ?? "")
        let rows = ExplainedCode.all.filter { row in
            wanted.isEmpty || String(abs(row.code)) == wanted || Self.plain(row.name) == wanted
        }
        if rows.isEmpty, let code {
            let near = Nearest.names(to: code, among: ExplainedCode.all.map(\.name)).first
            throw NotFoundError("there is no '\(code)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
        }
        return Table(rows, layout: .lines { $0.text })
    }

    /// Names in any spelling: `TOPIC_NOT_EXIST`, `topic not exist`, `notFound`.
    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0 != "_" && $0 != " " }
    }
}
