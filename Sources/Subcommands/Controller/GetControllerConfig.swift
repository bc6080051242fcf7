import AdminClient
import AdminProtocol
import CommandKit

struct GetControllerConfig: Subcommand {
    static let about = About(
        "getControllerConfig", .controller, "Show the configuration of controllers",
        examples: [
            Example("-a 127.0.0.1:9878", "one controller"),
            Example("-a '10.0.0.1:9878;10.0.0.2:9878' --json", "two of them, for a program"),
        ])

    @Option("a", "controllerAddress", "the controllers") var controllers: ControllerAddresses

    func run(in session: Session) async throws -> Table<ServerProperties> {
        try await session.admin.properties(of: controllers.addresses, by: AdminProtocol.GetControllerConfig())
    }
}
