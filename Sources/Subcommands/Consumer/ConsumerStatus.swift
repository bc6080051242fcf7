import AdminClient
import AdminProtocol
import CommandKit

struct ConsumerStatus: Subcommand {
    static let about = About(
        "consumerStatus", .consumer, "Ask the clients of a group what they are doing",
        discussion: """
            Without -i every client is asked. What each says, its queues and how fast it consumes them, is written to \
            a file <milliseconds>/<client id> in the current directory, and the answers are compared: whether all \
            clients subscribe to the same, and which queues are stuck. With -i one client's answer is printed.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -g GroupTest", "every client"),
            Example("-n 127.0.0.1:9876 -g GroupTest -i 192.168.0.1@2134 -s", "one client, with its threads"),
        ],
        statuses: [
            .notFound: "No client of the group is connected.",
            .partial: "A client did not answer, or answered nonsense.",
        ])

    @Option("g", "consumerGroup", "the consumer group") var group: GroupName
    @Option("i", "clientId", "only this client") var clientId: ClientName?
    @Option("b", "brokerAddr", "ask this broker for the clients") var broker: BrokerAddress?
    @Option("s", "jstack", "ask for a dump of the client's threads too") var jstack: Bool

    func run(in session: Session) async throws -> Either<ClientsReport, Record<ClientDetails>> {
        let survey = ClientSurvey(group: group.text, jstack: jstack, session: session)
        guard let clientId else { return .first(try await survey.report(broker?.peer, layout: .table)) }
        return .second(try await survey.details(of: clientId.text.trimmed, broker?.peer))
    }
}
