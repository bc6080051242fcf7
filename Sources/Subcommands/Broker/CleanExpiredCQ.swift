import AdminClient
import AdminProtocol
import CommandKit

struct CleanExpiredCQ: Subcommand {
    static let about = About(
        "cleanExpiredCQ", .broker, "Delete consume queue files whose messages are gone",
        discussion: """
            A consume queue is a broker's index of one queue of a topic. Brokers delete its old files by themselves; this
            does it now. Without -b and -c every broker of every cluster is meant.
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
        try await session.clean(CleanExpiredConsumeQueue(), target, safety, plan: "delete expired consume queue files")
    }
}
