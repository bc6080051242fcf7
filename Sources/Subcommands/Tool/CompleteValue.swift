import AdminClient
import AdminProtocol
import CommandKit

/// Lists the names that a shell may offer on Tab: those that the servers of the line so far know.
struct CompleteValue: Subcommand {
    static let about = About(
        "__complete", .tool, "List names for a shell to offer",
        examples: [Example("topic -- mqadmin topicRoute -n 127.0.0.1:9876 -t", "the topics")], isHidden: true)

    @Word("kind", "what to list") var kind: LiveKind
    @Words("line", "the command line so far", .afterTerminator) var line: [String]

    func run(in session: Session) async throws -> Table<OfferedName> {
        let line = LineSoFar(words: line)
        var settings = session.admin.settings
        if let text = line.value(of: "-n", "--namesrvAddr"), let given = try? NameServerList(parsing: text) {
            settings.nameServers = given
        }
        // A shell waits for this at every Tab.
        settings.timeout = .milliseconds(200)
        let names = try await Admin.with(session.admin.loop, settings) { try await kind.names(from: $0, line) }
        return Table(names.map(OfferedName.init), layout: .lines { $0.name })
    }
}

struct OfferedName: TableRow {
    var name: String
    static let columns: [Column<Self>] = [Column("#Name", "name") { $0.name }]
}
