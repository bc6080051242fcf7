import AdminClient
import AdminProtocol
import CommandKit

struct StatsAll: Subcommand {
    static let about = About(
        "statsAll", .stats, "Show how many messages topics and their consumer groups have, now and in a day",
        discussion: """
            There is a row for each group of a topic. TPS are messages a second in the last minute; #Accumulation is \
            what the topic's queues have and the group has not confirmed.
            """,
        examples: [
            Example("-n 127.0.0.1:9876", "every topic"),
            Example("-n 127.0.0.1:9876 -a", "topics that had messages today"),
            Example("-n 127.0.0.1:9876 -t TopicTest", "one topic"),
        ],
        statuses: [.notFound: "There is no such topic."])

    @Option("a", "activeTopic", "only what had messages in the last day") var activeTopic: Bool
    @Option("t", "topic", "only this topic") var topic: TopicName?

    func run(in session: Session) async throws -> Table<TopicStatistics> {
        let known = try await session.admin.askNameServer(GetAllTopicList()).topicList
        var topics = Set(known).filter { DerivedTopic.isOrdinary($0) }.sorted()
        if let topic {
            topics = topics.filter { $0 == topic.text }
            if topics.isEmpty { throw NotFoundError("no topic '\(topic.text)': list the topics with topicList") }
        }
        let collector = StatisticsCollector(admin: session.admin, edition: session.edition)
        let (rows, failures) = try await collector.statistics(of: topics)
        return Table(rows.filter { !activeTopic || $0.isActive }, failures: failures)
    }
}

extension DerivedTopic {
    /// Whether a topic is not derived from a group's name.
    fileprivate static func isOrdinary(_ topic: String) -> Bool {
        !topic.hasPrefix(retryPrefix) && !topic.hasPrefix(deadLetterPrefix)
    }
}
