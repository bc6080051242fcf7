import AdminClient
import AdminProtocol
import CommandKit

/// The brokers of a cluster that are asked for an export: its masters.
struct ClusterMasters: Sendable {
    /// A master, which failures name by its address.
    struct Master: Sendable, CustomStringConvertible {
        var name: String
        var address: PeerAddress

        var description: String { address.description }
    }

    var masters: [Master]
    /// How many brokers are slaves.
    var slaves: Int
    /// The names whose master is away: what it would have said is missing.
    var failures: [Failure]

    /// Throws `NotFoundError` for an unknown cluster.
    init(of cluster: ClusterName, through admin: Admin) async throws {
        let groups = try await admin.clusterInfo().groups(of: cluster.text)
        masters = groups.compactMap { group in
            group.masterAddress.flatMap { PeerAddress($0) }.map { Master(name: group.brokerName, address: $0) }
        }
        slaves = groups.map { $0.brokerAddrs.keys.count { $0 != 0 } }.reduce(0, +)
        failures = groups.filter { $0.masterAddress == nil }.map { group in
            Failure(group.brokerName, "\(group.brokerName) has no master at the moment: the export lacks it")
        }
        if masters.isEmpty { throw NotFoundError("cluster '\(cluster.text)' has no master at the moment") }
    }
}
