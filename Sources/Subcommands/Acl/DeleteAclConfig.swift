import AdminClient
import AdminProtocol
import CommandKit

struct DeleteAclConfig: Subcommand {
    static let about = About(
        "deleteAclConfig", .acl, "Delete an account from the access control file of brokers",
        discussion: "RocketMQ 5.3 has users instead: see deleteUser.", aliases: ["deleteAccessConfig"],
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -a AppUser", "on every broker of a cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -a AppUser", "on one broker"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice var target: EveryBroker
    @Option("a", "accessKey", "the account's name") var accessKey: String
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let name = accessKey.trimmed
        let brokers = try await session.admin.addresses(of: target)
        let plan = Plan(
            summary: "delete account \(name) from \(counted(brokers.count, "broker"))",
            steps: brokers.map { "broker \($0)" })
        try await session.approve(plan, safety)
        let label = session.edition == .v4 ? "accesskey" : "accessKey"
        return try await session.admin.change(
            brokers, by: AdminProtocol.DeleteAclConfig(accessKey: name), after: ["account's \(label) is:\(name)"]
        ) { "delete plain access config account from \($0) success." }
    }
}
