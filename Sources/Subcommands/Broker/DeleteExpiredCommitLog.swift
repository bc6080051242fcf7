import AdminProtocol
import CommandKit

struct DeleteExpiredCommitLog: Subcommand {
    static let about = About(
        "deleteExpiredCommitLog", .broker, "Delete expired commit log files now",
        discussion: """
            The commit log holds a broker's messages. Files older than fileReservedTime are deleted at the hour that
            deleteWhen names; this deletes them at once. Without -b and -c every broker of every cluster is meant.
            """,
        examples: CleaningScope.examples, statuses: CleaningScope.statuses)

    @OptionGroup var scope: CleaningScope

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        try await session.clean(
            scope, by: AdminProtocol.DeleteExpiredCommitLog(), plan: "delete expired commit log files")
    }
}
