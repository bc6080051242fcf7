import AdminProtocol
import CommandKit

struct CleanUnusedTopic: Subcommand {
    static let about = About(
        "cleanUnusedTopic", .broker, "Delete the queue files of topics that brokers do not have any more",
        discussion: """
            When a topic is deleted the index files of its queues may stay; this deletes them. Without -b and -c every
            broker of every cluster is meant.
            """,
        examples: CleaningScope.examples, statuses: CleaningScope.statuses)

    @OptionGroup var scope: CleaningScope

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        try await session.clean(scope, by: CleanUnusedTopics(), plan: "delete the queue files of unused topics")
    }
}
