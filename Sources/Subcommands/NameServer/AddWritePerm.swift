import AdminClient
import AdminProtocol
import CommandKit

struct AddWritePerm: Subcommand {
    static let about = About(
        "addWritePerm", .nameServer, "Put a broker back into service for senders",
        discussion: "It takes back what wipeWritePerm did, on each name server that -n names.",
        examples: [Example("-n 127.0.0.1:9876 -b broker-a", "once broker-a is to be used again")],
        statuses: [.notFound: "The name servers know no such broker: nothing was changed."])

    @Option("b", "brokerName", "the broker's name") var broker: BrokerName

    func run(in session: Session) async throws -> Table<WritePermission> {
        let request = AddWritePermOfBroker(brokerName: broker.text)
        let servers = try session.admin.nameServerAddresses()
        return try await session.admin.permissions(of: broker.text, on: servers, "add") { server in
            try await session.admin.send(request, to: server).addTopicCount
        }
    }
}
