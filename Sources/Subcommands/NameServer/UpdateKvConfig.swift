import AdminClient
import AdminProtocol
import CommandKit

struct UpdateKvConfig: Subcommand {
    static let about = About(
        "updateKvConfig", .nameServer, "Set a value in the key-value store of the name servers",
        discussion: """
            Each name server that -n names has a store of its own, and gets the value. RocketMQ itself keeps the queue \
            counts of ordered topics there, in the namespace ORDER_TOPIC_CONFIG: see updateOrderConf.
            """,
        examples: [Example("-n 127.0.0.1:9876 -s MyNamespace -k color -v green", "set one value")])

    @Option("s", "namespace", "the namespace of the key") var namespace: String
    @Option("k", "key", "the key") var key: String
    @Option("v", "value", "its new value") var value: String

    func run(in session: Session) async throws -> Table<ChangedServer> {
        let request = PutKVConfig(namespace: namespace.trimmed, key: key.trimmed, value: value.trimmed)
        return try await session.admin.change(try session.admin.nameServerAddresses(), by: request) { _ in
            ["create or update kv config to namespace success."]
        }
    }
}
