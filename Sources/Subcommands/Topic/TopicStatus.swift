import AdminClient
import AdminProtocol
import CommandKit

struct TopicStatus: Subcommand {
    static let about = About(
        "topicStatus", .topic, "Show where each queue of a topic begins and ends",
        discussion: """
            Max Offset is the number that the queue's next message gets, Min Offset that of its oldest message; Last \
            Updated is when the newest one was stored. A static topic has rows for its logical queues too, whose \
            broker name begins with __syslo__.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest", "each queue"),
            Example("-n 127.0.0.1:9876 -t TopicTest -c DefaultCluster", "ask every broker of the cluster"),
        ],
        statuses: [.notFound: "There is no such topic, or no broker has its queues."])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("c", "cluster", "the cluster, or an LMQ's parent topic: where to look for brokers", only: .v5)
    var cluster: ClusterName?

    func run(in session: Session) async throws -> QueueRangeReport {
        var route = try await session.admin.route(of: cluster?.text ?? topic.text)
        if cluster != nil { route.topicQueueMappingByBroker = nil }
        let progress = try await session.admin.progress(ofTopic: topic.text, on: route)
        if progress.offsets.isEmpty, cluster == nil, progress.failures.isEmpty {
            throw NotFoundError("no broker has queues of topic '\(topic.text)'")
        }
        return QueueRangeReport(
            rows: progress.offsets.map { QueueRange(queue: $0.queue, offset: $0.offset) }, putTps: progress.putTps,
            edition: session.edition, failures: progress.failures.map { Failure($0.address, $0.error) })
    }
}
