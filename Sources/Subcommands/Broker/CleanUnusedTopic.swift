import AdminClient
import AdminProtocol
import CommandKit

struct CleanUnusedTopic: Subcommand {
    static let about = About(
        "cleanUnusedTopic", .broker, "Delete the queue files of topics that brokers do not have any more",
        discussion: """
            When a topic is deleted the index files of its queues may stay; this deletes them. Without -b and -c every
            broker of every cluster is meant.
            """,
        examples: [
            Example("-n 127.0.0.1:9876", "on every broker of every cluster"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "on the brokers of one cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 --dry-run", "see what would be done"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "only on this broker", Target.broker),
        .option("c", "cluster", "only on the brokers of this cluster", Target.cluster)
    ) var target: Target?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        try await session.clean(CleanUnusedTopics(), target, safety, plan: "delete the queue files of unused topics")
    }
}
