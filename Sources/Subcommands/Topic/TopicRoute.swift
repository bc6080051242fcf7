import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

struct TopicRoute: Subcommand {
    static let about = About(
        "topicRoute", .topic, "Show which brokers have a topic, and with how many queues",
        discussion: """
            The text is the name server's data as the Java tool prints it, which is not always JSON; --json prints \
            valid JSON.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest", "the name server's data"),
            Example("-n 127.0.0.1:9876 -t TopicTest -l", "as a table"),
        ])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("l", "list", "print a table") var list: Bool

    func run(in session: Session) async throws -> RouteReport {
        RouteReport(route: try await session.admin.route(of: topic.text), isTable: list)
    }
}
