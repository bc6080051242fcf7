import AdminClient
import AdminProtocol
import CommandKit

struct UpdateGlobalWhiteAddr: Subcommand {
    static let about = About(
        "updateGlobalWhiteAddr", .acl, "Replace the addresses from which clients need no account",
        discussion: """
            The list replaces the one that brokers have. An address may have * for a part of it, or a range such as \
            192.168.1.10-20. RocketMQ 5.3 does not have such a list.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -g '10.10.154.1,192.168.0.*'", "on every broker of a cluster")
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice var target: EveryBroker
    @Option("g", "globalWhiteRemoteAddresses", "the addresses, separated by commas") var addresses: String
    @Option("p", "aclFileFullPath", "the file to change, on the broker's machine") var file: String?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let brokers = try await session.admin.addresses(of: target)
        let list = addresses.trimmed
        let plan = Plan(
            summary: "let \(list) use \(counted(brokers.count, "broker")) without an account, and no other address",
            steps: brokers.map { "broker \($0)" })
        try await session.approve(plan, safety)
        let request = UpdateGlobalWhiteAddrsConfig(addresses: list, file: file?.trimmed)
        return try await session.admin.change(brokers, by: request) {
            "update global white remote addresses to \($0) success."
        }
    }
}
