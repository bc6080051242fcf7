import AdminClient
import AdminProtocol
import CommandKit

struct QueryCq: Subcommand {
    static let about = About(
        "queryCq", .queue, "Show entries of a consume queue: where the messages of a queue are stored",
        discussion: """
            An entry is what a broker keeps of a message for its queue: the place in the commit log, the size, and the \
            hash of the tag. With -g the broker also says whether the group's filter lets each message pass.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -q 0 -i 0", "ten entries, on the topic's first broker"),
            Example("-n 127.0.0.1:9876 -t TopicTest -q 1 -i 3 -c 3 -b 127.0.0.1:10911 -g GroupTest", "for a group"),
        ])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("q", "queue", "the queue's number") var queueId: Int
    @Option("i", "index", "the offset of the first entry") var index: Int
    @Option("c", "count", "how many entries") var count = 10
    @Option("b", "broker", "the broker (else the first of the topic's)") var broker: BrokerAddress?
    @Option("g", "consumer", "the group whose filter is tried") var group: GroupName?

    func run(in session: Session) async throws -> ConsumeQueueReport {
        let request = QueryConsumeQueue(
            topic: topic.text, queueId: queueId, index: index, count: count, group: group?.text)
        let address = try await address(session.admin)
        let queue = "queue \(queueId) of topic '\(topic.text)'"
        do {
            if let entries = try await session.admin.send(request, to: address).content {
                return ConsumeQueueReport(entries: entries, first: index)
            }
        } catch let error as BrokerError where error.remark.hasSuffix(" is not exist!") {
            throw NotFoundError("\(queue) is not on \(address), or has no messages yet")
        }
        throw NotFoundError("\(queue) has no entry \(index) on \(address)")
    }

    private func address(_ admin: Admin) async throws -> PeerAddress {
        if let broker { return broker.peer }
        let brokers = try await admin.route(of: topic.text).brokerDatas
        guard let master = brokers.compactMap(\.masterAddress).first, let address = PeerAddress(master) else {
            throw NotFoundError("topic '\(topic.text)' has no master at the moment: choose a broker with -b")
        }
        return address
    }
}
