import AdminClient
import AdminProtocol
import CommandKit

struct ConsumerConnection: Subcommand {
    static let about = About(
        "consumerConnection", .consumer, "Show the clients of a consumer group, and what they subscribe to",
        discussion: """
            One broker of the group is asked: clients connect to all brokers of their topics. CONSUME_PASSIVELY means \
            that messages are pushed to the application, CONSUME_ACTIVELY that it pulls, CONSUME_POP that it pops.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -g GroupTest", "ask a broker of the group"),
            Example("-g GroupTest -b 127.0.0.1:10911", "ask this broker"),
        ],
        statuses: [.notFound: "No client of the group is connected."])

    @Option("g", "consumerGroup", "the consumer group") var group: GroupName
    @Option("b", "brokerAddr", "ask this broker") var broker: BrokerAddress?

    func run(in session: Session) async throws -> ConnectionReport {
        let brokers = try await session.admin.brokers(of: group.text, only: broker?.peer)
        return ConnectionReport(connection: try await session.admin.consumers(of: group.text, at: brokers))
    }
}
