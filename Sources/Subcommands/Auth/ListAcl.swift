import AdminClient
import AdminProtocol
import CommandKit

struct ListAcl: Subcommand {
    static let about = About(
        "listAcl", .auth, "List what users may do",
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911", "all permissions of one broker"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -r TopicTest", "those on resources like TopicTest"),
        ],
        statuses: [.notFound: "There is no such cluster."])

    @Choice(
        .option("b", "brokerAddr", "ask this broker", Target.broker),
        .option("c", "clusterName", "ask every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("s", "subject", "only subjects whose name contains this") var subject: String?
    @Option("r", "resource", "only resources whose name contains this") var resource: String?

    func run(in session: Session) async throws -> Table<AclRow> {
        let (admin, request) = (session.admin, ListAcls(subject: subject?.trimmed, resource: resource?.trimmed))
        let outcomes = try await admin.outcomes(of: admin.brokers(of: target)) { broker in
            AclRow.rows(try await admin.send(request, to: broker).content?.items ?? [], on: broker)
        }
        return Table(outcomes.values.flatMap(\.value), layout: .lines { $0.text }, failures: outcomes.failures)
    }
}
