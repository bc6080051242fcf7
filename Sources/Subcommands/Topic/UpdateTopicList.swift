import AdminClient
import AdminProtocol
import CommandKit

struct UpdateTopicList: Subcommand {
    static let about = About(
        "updateTopicList", .topic, "Create or replace many topics, from a file",
        discussion: """
            The file is a JSON list of topics such as {"topicName": "T", "readQueueNums": 8, "writeQueueNums": 8, \
            "perm": 6, "attributes": {"+message.type": "FIFO"}}; what is left out is 16 queues and permission 6. \
            Brokers before 5.3, which take one topic at a time, are sent them one after the other.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -f topics.json", "on every master of a cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -f topics.json", "on one broker"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "on this broker only", Target.broker),
        .option("c", "clusterName", "on every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("f", "filename", "the file with the topics") var file: FilePath

    func run(in session: Session) async throws -> Table<SubmittedTopics> {
        let topics = try TopicDefinition.topics(in: try PlainFile.read(file.text), of: file.text)
        let brokers = try await session.admin.brokers(of: target)
        let outcomes = try await session.admin.outcomes(of: brokers) { broker in
            try await submit(topics, to: broker, session.admin)
        }
        return Table(
            outcomes.values.map { SubmittedTopics(broker: "\($0.target)", topics: topics.map(\.topicName)) },
            layout: .lines {
                "submit batch of topic config to \($0.broker) success, please check the result later."
            }, failures: outcomes.failures)
    }

    /// The topics that are not so already: where one is, a broker of 5.3 leaves the whole list alone, and says nothing.
    private func changes(of topics: [TopicConfig], on broker: PeerAddress, _ admin: Admin) async throws -> [TopicConfig]
    {
        let known = await admin.gather(topics) { try await admin.send(GetTopicConfig(topic: $0.topicName), to: broker) }
        return try zip(topics, known).filter { topic, known in
            // There is none yet, or the broker is old, or the user may not read it.
            do { return try known.get() != topic } catch is BrokerError { return true }
        }.map(\.0)
    }

    private func submit(_ topics: [TopicConfig], to broker: PeerAddress, _ admin: Admin) async throws {
        let changes = try await changes(of: topics, on: broker, admin)
        if changes.isEmpty { return }
        do { _ = try await admin.send(UpdateAndCreateTopicList(changes), to: broker) } catch let error as BrokerError {
            guard error.code == .requestCodeNotSupported else { throw error }
            for topic in changes {
                _ = try await admin.send(
                    UpdateAndCreateTopic(topic, attributes: TopicDefinition.edits(of: topic)), to: broker)
            }
        }
    }
}
