import AdminClient
import AdminProtocol
import CommandKit

struct UpdateControllerConfig: Subcommand {
    static let about = About(
        "updateControllerConfig", .controller, "Change a property of running controllers",
        discussion: """
            Each of the controllers is changed, and writes the change to its configuration file too. The value is read \
            back: a name that a controller does not have is an error; see getControllerConfig.
            """,
        examples: [Example("-a 127.0.0.1:9878 -k scanNotActiveBrokerInterval -v 6000", "change one property")])

    @Option("a", "controllerAddress", "the controllers") var controllers: ControllerAddresses
    @Option("k", "key", "the property's name") var key: ControllerProperty
    @Option("v", "value", "its new value") var value: String
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedServer> {
        let change = try ConfigChange(key: key.text, value: value)
        try await session.approve(change.plan("controller", controllers.addresses), safety)
        let request = AdminProtocol.UpdateControllerConfig(key: change.key, value: change.value)
        return try await session.admin.change(
            servers: controllers.addresses, saying: { change.lines("update controller config success!", $0) }
        ) { server in
            try await session.make(change, on: server, by: request, readingBack: AdminProtocol.GetControllerConfig())
        }
    }
}
