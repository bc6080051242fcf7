import AdminClient
import AdminProtocol
import CommandKit

struct UpdateNamesrvConfig: Subcommand {
    static let about = About(
        "updateNamesrvConfig", .nameServer, "Change a property of running name servers",
        discussion: """
            Each name server that -n names is changed, and writes the change to its configuration file too. The value is \
            read back: a name that a name server does not have is an error; see getNamesrvConfig.
            """,
        examples: [Example("-n 127.0.0.1:9876 -k orderMessageEnable -v true", "change one property")])

    @Option("k", "key", "the property's name") var key: NameServerProperty
    @Option("v", "value", "its new value") var value: String
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedServer> {
        let change = try ConfigChange(key: key.text, value: value)
        let servers = try session.admin.nameServerAddresses()
        try await session.approve(change.plan("name server", servers), safety)
        let request = AdminProtocol.UpdateNamesrvConfig(key: change.key, value: change.value)
        return try await session.admin.change(
            servers: servers, saying: { change.lines("update name server config success!", $0) }
        ) { server in
            try await session.make(change, on: server, by: request, readingBack: AdminProtocol.GetNamesrvConfig())
        }
    }
}
