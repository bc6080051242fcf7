import AdminClient
import AdminProtocol
import CommandKit

struct GetAcl: Subcommand {
    static let about = About(
        "getAcl", .auth, "Show what a user may do",
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -s User:alice", "on each master of a cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -s User:alice", "on one broker"),
        ],
        statuses: [.notFound: "There is no such user, it has no permissions, or there is no such cluster."])

    @Choice(
        .option("b", "brokerAddr", "ask this broker", Target.broker),
        .option("c", "clusterName", "ask every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("s", "subject", "whose permissions") var subject: SubjectName

    func run(in session: Session) async throws -> Table<AclRow> {
        let (admin, request) = (session.admin, AdminProtocol.GetAcl(subject: subject.text))
        let outcomes = try await admin.outcomes(of: admin.brokers(of: target)) { broker in
            AclRow.rows(try await admin.send(request, to: broker).content.map { [$0] } ?? [], on: broker)
        }
        let rows = outcomes.values.flatMap(\.value)
        if rows.isEmpty, outcomes.failures.isEmpty {
            throw NotFoundError("'\(request.subject)' has no permissions: see listAcl")
        }
        return Table(rows, layout: .lines { $0.text }, failures: outcomes.failures)
    }
}
