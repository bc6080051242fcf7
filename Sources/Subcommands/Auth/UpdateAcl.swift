import AdminClient
import AdminProtocol
import CommandKit

struct UpdateAcl: Subcommand {
    static let about = About(
        "updateAcl", .auth, "Change what a user may do with resources",
        discussion: "The user's permissions on other resources stay as they are.",
        examples: [
            Example(
                "-n 127.0.0.1:9876 -c DefaultCluster -s User:alice -r Topic:TopicTest -a Pub -d Deny",
                "do not let alice send to a topic")
        ],
        statuses: [.notFound: "There is no such user, or no such cluster."])

    @OptionGroup var rule: RuleArguments

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let brokers = try await session.admin.addresses(of: rule.target)
        return try await session.admin.change(brokers, by: AdminProtocol.UpdateAcl(rule.acl)) {
            "update acl to \($0) success."
        }
    }
}
