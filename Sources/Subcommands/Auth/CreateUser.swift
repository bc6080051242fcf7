import AdminClient
import AdminProtocol
import CommandKit

struct CreateUser: Subcommand {
    static let about = About(
        "createUser", .auth, "Create a user on brokers",
        discussion: """
            A user signs requests with its name and password, as access key and secret key. What a normal user may do \
            says createAcl; a super user may do everything. Brokers have users since RocketMQ 5.3.
            """,
        examples: [
            Example(
                "-n 127.0.0.1:9876 -c DefaultCluster -u alice --password-file alice.password",
                "a normal user, on every broker of a cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -u root -p 12345678 -t Super", "a super user"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice var target: EveryBroker
    @Option("u", "username", "the user's name") var username: String
    @Choice(
        .option("p", "password", "its password, for other users of this machine to see", Secret.text),
        .option(extra: "password-file", "read its password from the first line of this file", Secret.file)
    ) var password: Secret
    @Option("t", "userType", "what it is; Normal when left out") var type: UserType?

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let user = UserInfo(username: username.trimmed, password: try password.read(), userType: type?.rawValue)
        let brokers = try await session.admin.addresses(of: target)
        return try await session.admin.change(brokers, by: AdminProtocol.CreateUser(user), hiding: user.password) {
            "create user to \($0) success."
        }
    }
}
