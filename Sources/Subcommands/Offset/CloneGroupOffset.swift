import AdminClient
import AdminProtocol
import CommandKit

struct CloneGroupOffset: Subcommand {
    static let about = About(
        "cloneGroupOffset", .offset, "Give a consumer group the position of another one in a topic",
        discussion: """
            Clients of the second group that are connected overwrite what is written: stop them first. Brokers since \
            5.0 want the group to exist (see updateSubGroup).
            """,
        examples: [Example("-n 127.0.0.1:9876 -s GroupTest -d GroupCopy -t TopicTest", "start where GroupTest is")],
        statuses: [.notFound: "The first group has no offsets in the topic, or the second one does not exist."])

    @Option("s", "srcGroup", "the group whose offsets are copied") var source: GroupName
    @Option("d", "destGroup", "the group that gets them") var destination: GroupName
    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("o", "offline", "accepted for RocketMQ's sake; it has no effect there either") var offline: String?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<MovedQueue> {
        let admin = session.admin
        let progress = try await admin.progress(of: source.text, topic: topic.text)
        let offsets = progress.offsets.filter { $0.queue.topic == topic.text && $0.offset.consumerOffset.value >= 0 }
        guard !offsets.isEmpty else {
            throw NotFoundError("group '\(source.text)' has no offsets in topic '\(topic.text)'")
        }
        let brokers = try await admin.route(of: topic.text).brokerDatas
        let summary = "give group \(destination.text) the offsets of group \(source.text) in topic \(topic.text)"
        let steps = offsets.map {
            "\($0.queue.brokerName), queue \($0.queue.queueId): \($0.offset.consumerOffset.value)"
        }
        try await session.approve(Plan(summary: summary, steps: steps), safety)
        let positions = Dictionary(offsets.map { ($0.queue, $0.offset.consumerOffset.value) }) { first, _ in first }
        let outcomes = try await admin.outcomes(of: offsets.map(\.queue)) { queue in
            let text = brokers.first { $0.brokerName == queue.brokerName }?.anyAddress ?? ""
            guard let address = PeerAddress(text) else { throw NotFoundError("no broker has \(queue) at the moment") }
            let offset = positions[queue] ?? 0
            let request = UpdateConsumerOffset(consumerGroup: destination.text, queue: queue, commitOffset: offset)
            _ = try await admin.send(request, to: address)
            return MovedQueue(queue: queue, offset: offset)
        }
        let text =
            "clone group offset success. srcGroup[\(source.text)], destGroup=[\(destination.text)], "
            + "topic[\(topic.text)]"
        let failures = progress.failures.map { Failure($0.address, $0.error) } + outcomes.failures
        return Table(outcomes.values.map(\.value), layout: .labels([], after: [text]), failures: failures)
    }
}
