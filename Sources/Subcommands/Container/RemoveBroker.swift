import AdminClient
import AdminProtocol
import CommandKit

struct RemoveBroker: Subcommand {
    static let about = About(
        "removeBroker", .container, "Stop a broker in a broker container",
        discussion: "What it stored stays on its disk. Stopping may take four times as long as --timeout says.",
        examples: [Example("-c 127.0.0.1:10811 -b DefaultCluster:broker-a:0", "the master of broker-a")])

    @Option("c", "brokerContainerAddr", "where the container listens") var container: BrokerAddress
    @Option("b", "brokerIdentity", "the broker, as cluster:name:id") var broker: BrokerIdentity
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Message {
        let container = container.peer
        let plan = Plan(summary: "stop broker \(broker.text)", steps: ["container \(container)"])
        try await session.approve(plan, safety)
        let request = AdminProtocol.RemoveBroker(
            clusterName: broker.cluster, brokerName: broker.name, brokerId: broker.id)
        _ = try await session.admin.send(request, to: container, within: session.admin.settings.timeout * 4)
        return Message(
            "remove broker from \(container) success",
            fields: ["container": container.description, "broker": broker.text])
    }
}
