import AdminClient
import AdminProtocol
import CommandKit

struct DeleteTopic: Subcommand {
    static let about = About(
        "deleteTopic", .topic, "Delete a topic from a cluster and from the name servers",
        discussion: """
            The topic's configuration and its messages' index go; clients that still send to it create it again where \
            brokers create topics by themselves. Its retry and dead-letter topics stay.
            """,
        examples: [Example("-n 127.0.0.1:9876 -c DefaultCluster -t TopicTest", "delete TopicTest")],
        statuses: [.notFound: "There is no such topic, or no such cluster: nothing was sent."])

    @Option("t", "topic", "the topic to delete") var topic: TopicName
    @Option("c", "clusterName", "the cluster to delete it from") var cluster: ClusterName
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<Deletion> {
        let admin = session.admin
        let brokers = try await admin.clusterInfo().masters(of: cluster.text)
        try await requireTopic(admin)
        let servers = admin.settings.nameServers.addresses
        let plan = Plan(
            summary: "delete topic \(topic.text) from \(counted(brokers.count, "broker")) "
                + "and \(counted(servers.count, "name server"))",
            steps: brokers.map { "broker \($0)" } + servers.map { "name server \($0)" })
        try await session.approve(plan, safety)
        let onBrokers = try await admin.outcomes(of: brokers) { broker in
            try await admin.send(DeleteTopicInBroker(topic: topic.text), to: broker)
        }
        var rows = onBrokers.values.map { Deletion(target: $0.target.description, server: "broker") }
        var failures = onBrokers.failures
        var lines: [String] = []
        if failures.isEmpty { lines.append("delete topic [\(topic.text)] from cluster [\(cluster.text)] success.") }
        let request = DeleteTopicInNameServer(topic: topic.text, clusterName: cluster.text)
        let answers = try await admin.tellNameServers(request)
        for answer in answers {
            switch answer.result {
            case .success: rows.append(Deletion(target: answer.from.description, server: "nameServer"))
            case .failure(let error): failures.append(Failure(answer.from, error))
            }
        }
        if rows.contains(where: { $0.server == "nameServer" }) {
            lines.append("delete topic [\(topic.text)] from NameServer success.")
        }
        return Table(rows, layout: .labels([], after: lines), failures: failures)
    }

    /// Brokers call the deletion of a topic that they do not have a success; a user who mistyped wants to know.
    private func requireTopic(_ admin: Admin) async throws {
        do { _ = try await admin.route(of: topic.text) } catch let error as BrokerError {
            if error.code == .topicNotExist { throw NotFoundError("no topic '\(topic.text)': nothing was deleted") }
            if error.code != .requestCodeNotSupported { throw error }
        }
    }
}
