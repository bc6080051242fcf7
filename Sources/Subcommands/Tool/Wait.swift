import AdminClient
import CommandKit

struct Wait: Subcommand {
    static let about = About(
        "wait", .tool, "Wait until a cluster, its brokers, a topic or a group is as it should be",
        discussion: """
            Asks again until everything holds, or --timeout (60s) has passed. Without any condition a name server has \
            to answer. Brokers count when they are registered and answer. Made for health checks of containers and \
            for scripts that start a cluster.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 --brokers 2 --timeout 30s", "until two brokers answer"),
            Example("-n 127.0.0.1:9876 --topic ORDERS --group Billing --lag-below 0", "until all is consumed"),
        ], statuses: [.timedOut: "Not everything came to hold in time; standard error says what did not."])

    @Option(extra: "cluster", "the cluster is there, with a broker that answers") var cluster: ClusterName?
    @Option(extra: "brokers", "at least so many brokers, of the cluster or of all, answer") var brokers: Int?
    @Option(extra: "topic", "the topic has a route, into the cluster where one is given") var topic: TopicName?
    @Option(extra: "group", "a client of this consumer group is connected, unless --lag-below is given")
    var group: GroupName?
    @Option(extra: "lag-below", "the group's lag, on the topic or on all of its topics, is not above this")
    var lag: Int?
    @Option(extra: "interval", "how long to wait before asking again") var interval: Duration = .milliseconds(500)

    func run(in session: Session) async throws -> Table<MetCondition> {
        if lag != nil, group == nil { throw UsageError("--lag-below needs --group") }
        if (brokers ?? 1) < 1 || (lag ?? 0) < 0 { throw UsageError("--brokers is at least 1, --lag-below at least 0") }
        let limit = session.globals.timeout ?? .seconds(60)
        var settings = session.admin.settings
        settings.timeout = min(.seconds(5), limit)
        if settings.nameServers.addresses.isEmpty { throw NoNameServerError() }
        return try await Admin.with(session.admin.loop, settings) { admin in
            let rows = try await admin.wait(for: conditions, within: limit, every: interval)
            return Table(rows, layout: .lines { "\($0.condition): \($0.state)" })
        }
    }

    private var conditions: [WaitCondition] {
        var conditions: [WaitCondition] = []
        if cluster != nil || brokers != nil { conditions.append(.brokers(brokers ?? 1, of: cluster?.text)) }
        if let topic { conditions.append(.topic(topic.text, in: cluster?.text)) }
        if let group {
            conditions.append(lag.map { .lag($0, of: group.text, on: topic?.text) } ?? .group(group.text))
        }
        return conditions.isEmpty ? [.nameServer] : conditions
    }
}
