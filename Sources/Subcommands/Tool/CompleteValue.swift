import AdminClient
import CommandKit

/// Lists the names that a shell may offer on Tab: those that the servers of the line so far know.
struct CompleteValue: Subcommand {
    static let about = About(
        "__complete", .tool, "List names for a shell to offer",
        examples: [Example("topic -- mqadmin topicRoute -n 127.0.0.1:9876 -t", "the topics")], isHidden: true,
        isLocal: true)

    @Word("kind", "what to list") var kind: LiveKind
    @Words("line", "the command line so far", .afterTerminator) var line: [String]

    func run(in session: Session) async throws -> Table<OfferedName> {
        let (line, words) = (LineSoFar(words: line), line)
        let configuration = try Configuration.load(environment: session.environment, folder: session.folder)
        let actions = ConfigAction.allCases.map(\.rawValue)
        if kind == .config, !actions.contains(where: words.contains) { return table(actions) }
        if kind == .config || kind == .context { return table(configuration.contexts.map(\.name)) }
        let effective = try EffectiveSettings(
            session.globals, in: configuration, context: line.value(of: "--context"), environment: session.environment)
        // A store of passwords must not ask for its own at every Tab, and name servers want no signature.
        var settings = try effective.adminSettings(signing: false) { _ in nil }
        if let text = line.value(of: "-n", "--namesrvAddr"), let given = try? NameServerList(parsing: text) {
            settings.nameServers = given
        }
        if settings.nameServers.addresses.isEmpty { settings.nameServers = session.admin.settings.nameServers }
        // A shell waits for this at every Tab.
        settings.timeout = .milliseconds(200)
        return table(try await Admin.with(session.admin.loop, settings) { try await kind.names(from: $0, line) })
    }

    private func table(_ names: [String]) -> Table<OfferedName> {
        Table(names.map(OfferedName.init), layout: .lines { $0.name })
    }
}

struct OfferedName: TableRow {
    var name: String
    static let columns: [Column<Self>] = [Column("#Name", "name") { $0.name }]
}
