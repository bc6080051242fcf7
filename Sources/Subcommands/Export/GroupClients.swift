import AdminClient
import AdminProtocol
import CommandKit

/// The clients that consume as the groups of a cluster.
struct GroupClients: Sendable {
    /// Languages and versions by group, such as `CPP%V3_1_8`.
    private var versions: [String: Set<String>] = [:]
    var failures: [Failure] = []

    /// Asks about each group once, at one of the brokers that have its retry topic: any of them knows all its clients.
    ///
    /// A group without a retry topic never had a client.
    init(of brokers: [BrokerMetrics], through admin: Admin) async {
        var homes: [String: [PeerAddress]] = [:]
        for broker in brokers {
            for group in broker.groups where broker.groupsWithRetries.contains(group) {
                homes[group, default: []].append(broker.address)
            }
        }
        let groups = homes.sorted { $0.key < $1.key }
        let answers = await admin.gather(groups) { try await admin.clients(of: $0.key, at: $0.value) }
        for (group, answer) in zip(groups.map(\.key), answers) {
            switch answer {
            case .success(let clients):
                versions[group] = Set(clients.map { "\($0.language)%\(ServerVersion(rawValue: $0.version).name)" })
            case .failure(let error): failures.append(Failure(group, error))
            }
        }
    }

    /// The versions of several groups, sorted.
    func versions(of groups: [String]) -> [String] {
        groups.reduce(into: Set<String>()) { $0.formUnion(versions[$1] ?? []) }.sorted()
    }
}

extension Admin {
    fileprivate func clients(of group: String, at brokers: [PeerAddress]) async throws -> [ClientConnection] {
        guard let broker = brokers.randomElement() else { return [] }
        do {
            return try await send(GetConsumerConnectionList(group: group), to: broker).connectionSet
        } catch let error as BrokerError where error.code == .consumerNotOnline {
            return []
        }
    }

    /// How many messages were put into a topic of one broker; nil when none were, of which brokers keep no statistics.
    func putStatistics(of topic: String, on broker: PeerAddress) async throws -> BrokerStatsData? {
        do {
            return try await send(ViewBrokerStatsData("TOPIC_PUT_NUMS", of: topic), to: broker)
        } catch let error as BrokerError where [.systemError, .requestCodeNotSupported].contains(error.code) {
            return nil
        }
    }
}
