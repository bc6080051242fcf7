import AdminClient
import AdminProtocol
import CommandKit

struct CopyUser: Subcommand {
    static let about = About(
        "copyUser", .auth, "Copy users from one broker to another",
        discussion: "Users that the other broker has already get the password, type and status of the first one.",
        examples: [
            Example("-n 127.0.0.1:9876 -f 10.0.0.1:10911 -t 10.0.0.2:10911", "all users"),
            Example("-n 127.0.0.1:9876 -f 10.0.0.1:10911 -t 10.0.0.2:10911 -u alice,bob", "two of them"),
        ],
        statuses: [.notFound: "The first broker has none of the users: nothing was copied."])

    @Option("f", "fromBroker", "the broker that has them") var source: BrokerAddress
    @Option("t", "toBroker", "the broker that gets them") var destination: BrokerAddress
    @Option("u", "usernames", "only these users, separated by commas") var usernames: NameList?

    func run(in session: Session) async throws -> Table<Copy> {
        let (admin, source, destination) = (session.admin, source.peer, destination.peer)
        let users = try await Originals(of: usernames?.names, admin) { name in
            try await admin.send(AdminProtocol.GetUser(username: name), to: source).content
        } all: {
            try await admin.send(ListUsers(filter: nil), to: source).content?.items ?? []
        }
        let results = try await admin.outcomes(of: users.found) { user in
            let known = try await admin.send(AdminProtocol.GetUser(username: user.username), to: destination).content
            _ = try await hiding(user.password) {
                known == nil
                    ? try await admin.send(AdminProtocol.CreateUser(user), to: destination)
                    : try await admin.send(AdminProtocol.UpdateUser(user), to: destination)
            }
            return Copy(name: user.username, source: source, destination: destination, isNew: known == nil)
        }
        return Table(
            results.values.map(\.value), layout: .lines { $0.text(of: "user") },
            failures: users.failures + results.failures)
    }
}
