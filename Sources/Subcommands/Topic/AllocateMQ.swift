import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

struct AllocateMQ: Subcommand {
    static let about = About(
        "allocateMQ", .topic, "Show how a topic's queues would be dealt out to consumers",
        discussion: """
            The queues are dealt out evenly, by AllocateMessageQueueAveragely, as to the clients of one group. \
            RocketMQ's tool takes the queues in no order, and so does this unless --sorted is given: real consumers \
            sort them.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest -i 10.0.0.1,10.0.0.2", "to two clients"),
            Example("-n 127.0.0.1:9876 -t TopicTest -i a,b,c --sorted --json", "as real consumers get them"),
        ])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("i", "ipList", "the clients' ids or addresses, separated by commas") var clients: NameList
    @Option(extra: "sorted", "take the queues in their order, as consumers do") var sorted: Bool

    func run(in session: Session) async throws -> Message {
        let clients = clients.names
        let queues = try await session.admin.route(of: topic.text).queuesToAllocate(of: topic.text)
        let ordered = sorted ? queues.sorted() : JavaHash.setOrder(queues) { $0 }
        var shares: [JSON.Member] = []
        for (index, client) in clients.enumerated() where !clients[..<index].contains(client) {
            let share = allocate(ordered, toClient: index, of: clients.count)
            shares.append(JSON.Member(.string(client), .array(share.map(\.javaJSON))))
        }
        let result = JSON.object(JavaHash.mapOrder(shares, buckets: 16) { $0.key.string ?? "" })
        return Message(JSON.object([JSON.Member("result", result)]).description, fields: ["result": result])
    }
}

extension MessageQueue {
    /// As fastjson writes it.
    fileprivate var javaJSON: JSON {
        ["brokerName": .string(brokerName), "queueId": .integer(queueId), "topic": .string(topic)]
    }
}
