import AdminClient
import AdminProtocol
import CommandKit

struct CreateAcl: Subcommand {
    static let about = About(
        "createAcl", .auth, "Say what a user may do, and what not",
        discussion: """
            Permissions are added to those that the user has; a resource that has some already keeps none of the old \
            ones. Brokers have such permissions since RocketMQ 5.3.
            """,
        examples: [
            Example(
                "-n 127.0.0.1:9876 -c DefaultCluster -s User:alice -r Topic:TopicTest,Group:GroupTest -a Pub,Sub -d Allow",
                "send to and read from a topic, with one group")
        ],
        statuses: [.notFound: "There is no such user, or no such cluster."])

    @OptionGroup var rule: RuleArguments

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let brokers = try await session.admin.addresses(of: rule.target)
        return try await session.admin.change(brokers, by: AdminProtocol.CreateAcl(rule.acl)) {
            "create acl to \($0) success."
        }
    }
}
