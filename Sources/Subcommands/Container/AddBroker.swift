import AdminClient
import AdminProtocol
import CommandKit

struct AddBroker: Subcommand {
    static let about = About(
        "addBroker", .container, "Start a broker in a broker container",
        discussion: """
            A container runs several brokers in one process; RocketMQ has it since 5.0. Starting a broker may take \
            four times as long as --timeout says.
            """,
        examples: [
            Example("-c 127.0.0.1:10811 -b /etc/rocketmq/broker-a.conf", "the broker that this file configures")
        ])

    @Option("c", "brokerContainerAddr", "where the container listens") var container: BrokerAddress
    @Option("b", "brokerConfigPath", "the broker's configuration file, on the container's machine") var path: String

    func run(in session: Session) async throws -> Message {
        let (container, path) = (container.peer, path.trimmed)
        if path.isEmpty { throw UsageError("-b is empty: it has to name a file on the container's machine") }
        let limit = session.admin.settings.timeout * 4
        _ = try await session.admin.send(AdminProtocol.AddBroker(configPath: path), to: container, within: limit)
        return Message(
            "add broker to \(container) success", fields: ["container": container.description, "configPath": path])
    }
}
