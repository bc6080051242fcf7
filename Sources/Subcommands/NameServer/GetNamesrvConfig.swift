import AdminClient
import AdminProtocol
import CommandKit

struct GetNamesrvConfig: Subcommand {
    static let about = About(
        "getNamesrvConfig", .nameServer, "Show the configuration of name servers",
        discussion: "Each name server that -n names is asked, because each has its own configuration.",
        examples: [
            Example("-n 127.0.0.1:9876", "one name server"),
            Example("-n '10.0.0.1:9876;10.0.0.2:9876' --json", "two of them, for a program"),
        ])

    func run(in session: Session) async throws -> Table<ServerProperties> {
        let servers = try session.admin.nameServerAddresses()
        return try await session.admin.properties(of: servers, by: AdminProtocol.GetNamesrvConfig())
    }
}
