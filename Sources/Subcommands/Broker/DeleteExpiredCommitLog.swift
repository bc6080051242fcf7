import AdminClient
import AdminProtocol
import CommandKit

struct DeleteExpiredCommitLog: Subcommand {
    static let about = About(
        "deleteExpiredCommitLog", .broker, "Delete expired commit log files now",
        discussion: """
            The commit log holds a broker's messages. Files older than fileReservedTime are deleted at the hour that
            deleteWhen names; this deletes them at once. Without -b and -c every broker of every cluster is meant.
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
        try await session.clean(
            AdminProtocol.DeleteExpiredCommitLog(), target, safety, plan: "delete expired commit log files")
    }
}
