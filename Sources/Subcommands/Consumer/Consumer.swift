import AdminClient
import AdminProtocol
import CommandKit

struct Consumer: Subcommand {
    static let about = About(
        "consumer", .consumer, "Ask the clients of a group what they are doing; an older form of consumerStatus",
        discussion: """
            What each client says is written to a file <milliseconds>/<client id> in the current directory, and the \
            answers are compared. consumerStatus does the same under a heading, and can ask one client.
            """,
        examples: [Example("-n 127.0.0.1:9876 -g GroupTest", "every client")],
        statuses: [
            .notFound: "No client of the group is connected.",
            .partial: "A client did not answer, or answered nonsense.",
        ])

    @Option("g", "consumerGroup", "the consumer group") var group: GroupName
    @Option("s", "jstack", "ask for dumps of the clients' threads too") var jstack: Bool

    func run(in session: Session) async throws -> ClientsReport {
        let survey = ClientSurvey(group: group.text, jstack: jstack, session: session)
        return try await survey.report(nil, layout: .lines)
    }
}
