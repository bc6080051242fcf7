import AdminClient
import AdminProtocol
import CommandKit

struct UpdateTopicPerm: Subcommand {
    static let about = About(
        "updateTopicPerm", .topic, "Change whether clients may read from and write to a topic",
        discussion: """
            Only brokers that have the topic are told, and nothing else of the topic changes. To take a broker out of \
            service, let clients only read (4) until everything has been consumed.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -t TopicTest -p 4", "read only, on a whole cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -t TopicTest -p 6", "read and write, on one broker"),
        ],
        statuses: [.notFound: "There is no such topic there, or no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "on the broker whose master listens here", Target.broker),
        .option("c", "clusterName", "on every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("p", "perm", "2 to write, 4 to read, 6 for both") var perm: TopicPermission
    @Option(extra: "dry-run", "only show the requests that would be sent") var dryRun: Bool

    func run(in session: Session) async throws -> Table<PermissionChange> {
        let route = try await session.admin.route(of: topic.text)
        let places = try await places(on: route, session.admin)
        let rehearsal = Rehearsal(isDry: dryRun)
        let outcomes = try await session.admin.outcomes(of: places) { place in
            try await change(place, session.admin, rehearsal)
        }
        try await rehearsal.end("update topic \(topic.text) on \(counted(places.count, "broker"))")
        return Table(outcomes.values.map(\.value), layout: layout(session.edition), failures: outcomes.failures)
    }

    private func layout(_ edition: Edition) -> Layout<PermissionChange> {
        .lines { $0.text(of: edition, isWhole: isOneBroker) }
    }

    /// As Java, which leaves out what is so already where one broker is meant.
    private func change(
        _ place: TopicPlace, _ admin: Admin, _ rehearsal: Rehearsal
    ) async throws -> PermissionChange {
        var config = try await admin.topicConfig(of: topic.text, on: place.address) ?? place.config(of: topic.text)
        config.perm = perm.permission
        let isChanged = !isOneBroker || place.queues.perm != perm.permission.rawValue
        if isChanged { try await rehearsal.send(UpdateAndCreateTopic(config), to: place.address, through: admin) }
        return PermissionChange(
            broker: place.description, oldPerm: place.queues.perm, config: config, isChanged: isChanged)
    }
}
