import AdminClient
import AdminProtocol
import CommandKit

struct WipeWritePerm: Subcommand {
    static let about = About(
        "wipeWritePerm", .nameServer, "Take a broker out of service for senders",
        discussion: """
            The name servers tell clients that the broker's topics cannot be written to; what it has stored can still \
            be read, so that it can be stopped once everything is consumed. addWritePerm takes it back, and so does \
            a broker that registers its topics anew.
            """,
        examples: [Example("-n 127.0.0.1:9876 -b broker-a", "before broker-a is stopped")],
        statuses: [.notFound: "The name servers know no such broker: nothing was changed."])

    @Option("b", "brokerName", "the broker's name") var broker: BrokerName
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<WritePermission> {
        let servers = try session.admin.nameServerAddresses()
        let plan = Plan(
            summary: "take the write permission of broker \(broker.text) away "
                + "on \(counted(servers.count, "name server"))",
            steps: servers.map { "name server \($0)" })
        try await session.approve(plan, safety)
        let request = WipeWritePermOfBroker(brokerName: broker.text)
        return try await session.admin.permissions(of: broker.text, on: servers, "wipe") { server in
            try await session.admin.send(request, to: server).wipeTopicCount
        }
    }
}
