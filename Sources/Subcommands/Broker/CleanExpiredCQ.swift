import AdminProtocol
import CommandKit

struct CleanExpiredCQ: Subcommand {
    static let about = About(
        "cleanExpiredCQ", .broker, "Delete consume queue files whose messages are gone",
        discussion: """
            A consume queue is a broker's index of one queue of a topic. Brokers delete its old files by themselves; this
            does it now. Without -b and -c every broker of every cluster is meant.
            """,
        examples: CleaningScope.examples, statuses: CleaningScope.statuses)

    @OptionGroup var scope: CleaningScope

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        try await session.clean(
            scope, by: CleanExpiredConsumeQueue(), plan: "delete expired consume queue files")
    }
}
