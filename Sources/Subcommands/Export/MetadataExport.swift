import AdminClient
import AdminProtocol
import LooseJSON

/// The topics and groups of one broker, or of several taken together.
struct MetadataExport: Sendable {
    /// One of the tables, where only one is asked for.
    enum Part: Sendable {
        case topics, subscriptionGroups

        var fileName: String {
            switch self {
            case .topics: "topic.json"
            case .subscriptionGroups: "subscriptionGroup.json"
            }
        }
    }

    var topics: ExportedTopicConfigs?
    var groups: ExportedSubscriptionGroups?

    init(topics: ExportedTopicConfigs?, groups: ExportedSubscriptionGroups?) {
        (self.topics, self.groups) = (topics, groups)
    }

    /// What a broker has; both tables unless `only` one is asked for.
    init(of broker: PeerAddress, _ only: Part?, _ withDerived: Bool, through admin: Admin) async throws {
        async let topics =
            only == .subscriptionGroups ? nil : admin.userTopics(on: broker, withDerived: withDerived)
        async let groups = only == .topics ? nil : admin.userGroups(on: broker)
        (self.topics, self.groups) = (try await topics, try await groups)
    }

    /// Several brokers taken together: queues add up, of the rest the last broker's holds.
    ///
    /// So does `ExportMetadataCommand`. One broker stays as it is.
    init(merging exports: [Self]) {
        self = exports[0]
        guard exports.count > 1 else { return }
        let topics = exports.compactMap(\.topics?.topicConfigTable)
        self.topics?.topicConfigTable = merged(topics, adding: ["readQueueNums", "writeQueueNums"])
        let groups = exports.compactMap(\.groups?.subscriptionGroupTable)
        self.groups?.subscriptionGroupTable = merged(groups, adding: ["retryQueueNums"])
    }

    /// The tables as the broker has them.
    var tables: JSON { .object(members(of: topics) + members(of: groups)) }

    /// The tables of a cluster, which have no version of their own but a time, in epoch milliseconds.
    func tables(at time: Int) -> JSON {
        let names: Set<JSON> = ["topicConfigTable", "subscriptionGroupTable"]
        let tables = tables.members ?? []
        return .object([JSON.Member("exportTime", .integer(time))] + tables.filter { names.contains($0.key) })
    }

    private func members(of table: (some Encodable)?) -> [JSON.Member] {
        (try? table?.json().members) ?? []
    }
}

/// One table of several, by name.
private func merged(_ tables: [Entries<String, JSON>], adding counts: Set<String>) -> Entries<String, JSON> {
    var configs: [String: JSON] = [:]
    for (name, config) in tables.joined() {
        configs[name] = configs[name].map { config.adding($0, counts) } ?? config
    }
    return Entries(configs.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) })
}

extension JSON {
    /// This object, with the numbers of `other` added to those called `names`.
    fileprivate func adding(_ other: JSON, _ names: Set<String>) -> JSON {
        guard let members else { return self }
        return .object(
            members.map { member in
                guard let name = member.key.string, names.contains(name), let count = member.value.int,
                    let more = other[name]?.int
                else { return member }
                return Member(member.key, .integer(count &+ more))
            })
    }
}
