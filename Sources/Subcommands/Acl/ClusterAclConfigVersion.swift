import AdminClient
import AdminProtocol
import CommandKit

struct ClusterAclConfigVersion: Subcommand {
    static let about = About(
        "clusterAclConfigVersion", .acl, "Show the versions of the access control files of brokers",
        discussion: """
            The number counts the changes since the broker started. Brokers whose access control is off do not answer, \
            and those of 5.3 do not know the request.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "of each master of a cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911", "of one broker"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "of this broker", Target.broker),
        .option("c", "clusterName", "of every master of this cluster", Target.cluster)
    ) var target: Target

    func run(in session: Session) async throws -> Table<AclFile> {
        let outcomes = try await session.admin.outcomes(of: session.admin.brokers(of: target)) { broker in
            let versions = try await session.admin.send(GetBrokerClusterAclInfo(), to: broker)
            return try versions.files().map { AclFile(broker: versions, path: $0.path, version: $0.version) }
        }
        let layout: Layout<AclFile> =
            switch target {
            case .cluster: .columns(after: ["get cluster's plain access config version success."])
            case .broker(let broker):
                .columns(header: false, after: [success(broker.peer.description, session.edition)])
            }
        return Table(outcomes.values.flatMap(\.value), layout: layout, failures: outcomes.failures)
    }

    private func success(_ broker: String, _ edition: Edition) -> String {
        "get broker's plain access config version success." + (edition == .v5 ? " Address:\(broker) " : "")
    }
}
