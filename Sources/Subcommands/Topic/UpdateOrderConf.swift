import AdminClient
import AdminProtocol
import CommandKit

struct UpdateOrderConf: Subcommand {
    static let about = About(
        "updateOrderConf", .topic, "Show, set or delete the queue counts of an ordered topic",
        discussion: """
            Name servers keep, for each ordered topic, how many queues every broker has, so that the number does not \
            change when a broker is away. updateTopic -o true sets it.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t Orders -m get", "show it"),
            Example("-n 127.0.0.1:9876 -t Orders -m put -v 'broker-a:4;broker-b:4'", "set it"),
            Example("-n 127.0.0.1:9876 -t Orders -m delete", "delete it"),
        ],
        statuses: [.notFound: "The name servers have none for the topic."])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("v", "orderConf", "for put, the queue counts: broker:count;broker:count") var value: String?
    @Option("m", "method", "what to do") var method: Method
    @OptionGroup var safety: Safety

    enum Method: String, CaseIterable, ArgumentValue { case get, put, delete }

    func run(in session: Session) async throws -> Message {
        let (admin, namespace) = (session.admin, KVNamespace.orderTopicConfig)
        let name = "topic=[\(topic.text)]"
        switch method {
        case .get:
            guard let stored = try await admin.kvConfig(namespace: namespace, key: topic.text) else {
                throw NotFoundError("the name servers have no orderConf for topic '\(topic.text)'")
            }
            return message("get orderConf success. \(name), orderConf=[\(stored)] ", stored, [])
        case .put:
            guard let value = value?.trimmed, !value.isEmpty else { throw UsageError("-m put needs a value: add -v") }
            let put = PutKVConfig(namespace: namespace, key: topic.text, value: value)
            let failures = try await admin.tellAllNameServers(put)
            return message("update orderConf success. \(name), orderConf=[\(value)]", value, failures)
        case .delete:
            let servers = admin.settings.nameServers.addresses.map { "name server \($0)" }
            let plan = Plan(summary: "delete the orderConf of topic \(topic.text)", steps: servers)
            try await session.approve(plan, safety)
            let failures = try await admin.tellAllNameServers(DeleteKVConfig(namespace: namespace, key: topic.text))
            return message("delete orderConf success. \(name)", nil, failures)
        }
    }

    private func message(_ line: String, _ value: String?, _ failures: [Failure]) -> Message {
        Message(
            line, fields: ["topic": topic.text, "method": method.rawValue, "orderConf": value], failures: failures)
    }
}
