import AdminClient
import AdminProtocol
import CommandKit

struct GetUser: Subcommand {
    static let about = About(
        "getUser", .auth, "Show a user",
        discussion: "The password is shown as it is. With -c the first master that knows the user answers.",
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -u alice", "as a cluster knows it"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -u alice", "as one broker knows it"),
        ],
        statuses: [.notFound: "There is no such user, or no such cluster."])

    @Choice(
        .option("b", "brokerAddr", "ask this broker", Target.broker),
        .option("c", "clusterName", "ask the masters of this cluster", Target.cluster)
    ) var target: Target
    @Option("u", "username", "the user's name") var username: String

    func run(in session: Session) async throws -> Table<UserRow> {
        let (admin, request) = (session.admin, AdminProtocol.GetUser(username: username.trimmed))
        let brokers = try await admin.brokers(of: target)
        let answer = try await FirstAnswer(of: brokers) { try await admin.send(request, to: $0).content }
        guard let user = answer.found?.value else {
            let places = brokers.map(\.description).joined(separator: ", ")
            throw NotFoundError("no user '\(request.username)' on \(places): see listUser")
        }
        return Table([UserRow(user: user)], failures: answer.failures)
    }
}
