import AdminClient
import AdminProtocol
import CommandKit

struct DeleteKvConfig: Subcommand {
    static let about = About(
        "deleteKvConfig", .nameServer, "Delete a value from the key-value store of the name servers",
        discussion: "Name servers call the deletion of a key that they do not have a success.",
        examples: [Example("-n 127.0.0.1:9876 -s MyNamespace -k color", "delete one value")])

    @Option("s", "namespace", "the namespace of the key") var namespace: String
    @Option("k", "key", "the key") var key: String
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedServer> {
        let request = DeleteKVConfig(namespace: namespace.trimmed, key: key.trimmed)
        let servers = try session.admin.nameServerAddresses()
        let plan = Plan(
            summary: "delete \(request.key) of \(request.namespace) from \(counted(servers.count, "name server"))",
            steps: servers.map { "name server \($0)" })
        try await session.approve(plan, safety)
        return try await session.admin.change(servers, by: request) { _ in
            ["delete kv config from namespace success."]
        }
    }
}
