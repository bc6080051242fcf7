import AdminClient
import AdminProtocol
import CommandKit

struct UpdateUser: Subcommand {
    static let about = About(
        "updateUser", .auth, "Change the password, type or status of a user",
        discussion: "One of the three at a time; the others stay as they are.",
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -u alice --password-file alice.password", "a new password"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -u alice -s disable", "let alice do nothing for now"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice var target: EveryBroker
    @Option("u", "username", "the user's name") var username: String
    @Choice(
        .option("p", "password", "its new password, for other users of this machine to see") { .password(.text($0)) },
        .option("t", "userType", "what it is from now on", Change.type),
        .option("s", "userStatus", "whether it may do anything at all", Change.status),
        .option(extra: "password-file", "read its new password from the first line of this file") {
            .password(.file($0))
        }
    ) var change: Change

    enum Change: Sendable {
        case password(Secret)
        case type(UserType)
        case status(UserStatus)
    }

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        var user = UserInfo(username: username.trimmed)
        switch change {
        case .password(let password): user.password = try password.read()
        case .type(let type): user.userType = type.rawValue
        case .status(let status): user.userStatus = status.rawValue
        }
        let brokers = try await session.admin.addresses(of: target)
        return try await session.admin.change(brokers, by: AdminProtocol.UpdateUser(user), hiding: user.password) {
            "update user to \($0) success."
        }
    }
}
