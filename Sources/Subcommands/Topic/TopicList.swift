import AdminClient
import AdminProtocol
import CommandKit

struct TopicList: Subcommand {
    static let about = About(
        "topicList", .topic, "List all topics",
        discussion: "Retry and dead-letter topics, whose names start with %RETRY% and %DLQ%, are left out with -c.",
        examples: [
            Example("-n 127.0.0.1:9876", "the names"),
            Example("-n 127.0.0.1:9876 -c", "with their clusters and consumer groups"),
        ])

    @Option("c", "clusterModel", "show each topic's cluster and consumer groups") var clusterModel: Bool

    func run(in session: Session) async throws -> Either<Table<TopicRow>, Table<TopicUse>> {
        let topics = try await session.admin.askNameServer(GetAllTopicList()).topicList.sorted()
        guard clusterModel else {
            return .first(Table(topics.map(TopicRow.init), layout: TopicRow.names))
        }
        return .second(try await uses(of: topics, in: session))
    }

    private func uses(of topics: [String], in session: Session) async throws -> Table<TopicUse> {
        let (admin, clusters) = (session.admin, try await session.admin.clusterInfo().clusterAddrTable)
        let plain = topics.filter { topic in
            !topic.hasPrefix(DerivedTopic.retryPrefix) && !topic.hasPrefix(DerivedTopic.deadLetterPrefix)
        }
        let uses = await admin.gather(plain) { topic in
            let route = try await admin.route(of: topic)
            let cluster = clusters.sorted { $0.key < $1.key }.first { cluster in
                cluster.value.contains { $0 == route.brokerDatas.first?.brokerName }
            }
            return (cluster?.key, try await admin.groups(consuming: topic, on: route))
        }
        var rows: [TopicUse] = []
        var failures: [Failure] = []
        for (topic, use) in zip(plain, uses) {
            switch use {
            case .success(let (cluster, found)):
                let names: [String?] = found.groups.isEmpty ? [nil] : found.groups
                failures += found.failures.map { Failure($0.address, $0.error) }
                rows += names.map { TopicUse(cluster: cluster, topic: topic, group: $0) }
            case .failure(let error):
                rows.append(TopicUse(cluster: nil, topic: topic, group: nil))
                failures.append(Failure(topic, error))
            }
        }
        return Table(rows, failures: failures.withoutRepetition)
    }
}
