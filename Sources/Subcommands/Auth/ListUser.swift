import AdminClient
import AdminProtocol
import CommandKit

struct ListUser: Subcommand {
    static let about = About(
        "listUser", .auth, "List the users of a broker",
        discussion: "Passwords are shown as they are. With -c the first master that has users answers.",
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "the users of a cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -f ali", "those of one broker whose name contains ali"),
        ],
        statuses: [.notFound: "There is no such cluster."])

    @Choice(
        .option("b", "brokerAddr", "ask this broker", Target.broker),
        .option("c", "clusterName", "ask the masters of this cluster", Target.cluster)
    ) var target: Target
    @Option("f", "filter", "only users whose name contains this") var filter: String?

    func run(in session: Session) async throws -> Table<UserRow> {
        let (admin, request) = (session.admin, ListUsers(filter: filter?.trimmed))
        let answer = try await FirstAnswer(of: admin.brokers(of: target)) { broker -> [UserInfo]? in
            let users = try await admin.send(request, to: broker).content?.items ?? []
            return users.isEmpty ? nil : users
        }
        guard let found = answer.found else { return Table([], layout: .columns(header: false)) }
        var after: [String] = []
        if case .cluster = target { after = ["get user from \(found.broker) success."] }
        return Table(found.value.map(UserRow.init), layout: .columns(after: after), failures: answer.failures)
    }
}
