import AdminClient
import AdminProtocol
import CommandKit

struct DeleteUser: Subcommand {
    static let about = About(
        "deleteUser", .auth, "Delete a user, with its permissions",
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -u alice", "on every broker of a cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -u alice", "on one broker"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice var target: EveryBroker
    @Option("u", "username", "the user's name") var username: String
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let name = username.trimmed
        let brokers = try await session.admin.addresses(of: target)
        let plan = Plan(
            summary: "delete user \(name) from \(counted(brokers.count, "broker"))",
            steps: brokers.map { "broker \($0)" })
        try await session.approve(plan, safety)
        return try await session.admin.change(brokers, by: AdminProtocol.DeleteUser(username: name)) {
            "delete user to \($0) success."
        }
    }
}
