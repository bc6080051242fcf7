import AdminClient
import AdminProtocol
import CommandKit

/// How `deleteSubGroup` deletes a group.
struct GroupDeletion: Sendable {
    let group: String
    let removesOffsets: Bool
    let target: Target

    /// The topics that go with the group; none where only one broker is meant.
    private var topics: [String] { cluster == nil ? [] : [DerivedTopic.retry(of: group), "%DLQ%" + group] }

    private var cluster: String? { if case .cluster(let cluster) = target { cluster.text } else { nil } }

    func plan(_ brokers: [PeerAddress], _ nameServers: [PeerAddress]) -> Plan {
        let servers = cluster == nil ? [] : nameServers
        let what = "group \(group)\(removesOffsets ? " and its offsets" : "")"
        return Plan(
            summary: "delete \(([what] + topics.map { "topic \($0)" }).joined(separator: ", ")) "
                + "from \(counted(brokers.count, "broker"))"
                + (servers.isEmpty ? "" : " and \(counted(servers.count, "name server"))"),
            steps: brokers.map { "broker \($0)" } + servers.map { "name server \($0)" })
    }

    func run(on brokers: [PeerAddress], _ session: Session) async throws -> Table<Deletion> {
        let admin = session.admin
        let onBrokers = try await admin.outcomes(of: brokers) { broker in
            try await admin.send(DeleteSubscriptionGroup(groupName: group, cleanOffset: removesOffsets), to: broker)
        }
        var result = Progress(
            rows: onBrokers.values.map { Deletion(target: "\($0.target)", server: "broker") },
            failures: onBrokers.failures)
        let place = cluster.map { " in cluster [\($0)]" } ?? ""
        result.lines = result.rows.map { row in
            "delete subscription group [\(group)] from broker [\(row.target)]\(place) success."
        }
        for topic in topics { try await delete(topic, from: brokers, session, &result) }
        return Table(result.rows, layout: .labels([], after: result.lines), failures: result.failures)
    }

    private struct Progress {
        var rows: [Deletion]
        var failures: [Failure]
        var lines: [String] = []
    }

    /// Deletes one of the group's topics; 4.9 says so.
    private func delete(
        _ topic: String, from brokers: [PeerAddress], _ session: Session, _ result: inout Progress
    ) async throws {
        let isTalkative = session.edition == .v4
        let answers = await session.admin.broadcast(DeleteTopicInBroker(topic: topic), to: brokers)
        let failures = answers.compactMap(\.failure)
        result.failures += failures
        if failures.isEmpty, isTalkative {
            result.lines.append("delete topic [\(topic)] from cluster [\(cluster ?? "")] success.")
        }
        let request = DeleteTopicInNameServer(topic: topic, clusterName: cluster)
        let onServers = try await session.admin.tellNameServers(request)
        let serverFailures = onServers.compactMap(\.failure)
        result.failures += serverFailures
        for answer in onServers where answer.failure == nil {
            let row = Deletion(target: "\(answer.from)", server: "nameServer")
            if !result.rows.contains(where: { $0.target == row.target }) { result.rows.append(row) }
        }
        if serverFailures.isEmpty, isTalkative {
            result.lines.append("delete topic [\(topic)] from NameServer success.")
        }
    }
}

extension Answer {
    /// What went wrong at the peer; nil when it answered.
    var failure: Failure? {
        if case .failure(let error) = result { Failure(from, error) } else { nil }
    }
}
