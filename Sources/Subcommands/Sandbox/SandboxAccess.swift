internal import AdminClient
internal import CommandKit
internal import Remoting
internal import Sandbox

/// Which generation of access control brokers have.
enum ACLVersion: String, OptionalChoice {
    case accounts = "1.0"
    case users = "2.0"
    /// That of the server's version.
    case own = ""

    static let valueName = "version"
    static let unsaid = own
}

/// Whether a sandbox controls access.
struct SandboxAccess: Options {
    @Option(
        extra: "acl",
        "let only who signs use the brokers: by users and policies (2.0) or accounts (1.0, the default of 4.9.8)"
    )
    var acl: ACLVersion?

    /// The account that may do everything, and how users of the sandbox learn of it.
    struct Keys: Sendable {
        let control: AccessControl
        /// Whether the user chose it, and so knows its secret.
        let isGiven: Bool

        /// What a command on the sandbox signs with.
        var variables: [(String, String)] {
            [
                ("ROCKETMQ_ACL_ACCESS_KEY", control.administrator.accessKey),
                ("ROCKETMQ_ACL_SECRET_KEY", control.administrator.secretKey),
            ]
        }

        /// What is printed of that.
        var shown: [(String, String)] { isGiven ? Array(variables.prefix(1)) : variables }
    }

    /// The account is the one that the user would sign with, else RocketMQ's own or one with a new secret.
    func keys(_ session: Session, of server: Generation) throws(UsageError) -> Keys? {
        guard let acl else { return nil }
        let hasAccounts = acl == .accounts || acl == .own && server == .v4
        let generation: AccessControl.Generation = hasAccounts ? .accounts : .users
        guard let given = given(session) else {
            let made = Credentials(accessKey: "rmqadmin", secretKey: Self.secret())
            let administrator = hasAccounts ? AccessControl.shippedAdministrator : made
            return Keys(control: AccessControl(generation, administrator: administrator), isGiven: false)
        }
        if hasAccounts, given.accessKey.count <= 6 || given.secretKey.count <= 6 {
            throw UsageError("with --acl=1.0 access keys and secret keys have to be longer than 6 characters")
        }
        return Keys(control: AccessControl(generation, administrator: given), isGiven: true)
    }

    private func given(_ session: Session) -> Credentials? {
        if let credentials = session.admin.settings.credentials { return credentials }
        guard let name = session.environment("ROCKETMQ_ACL_ACCESS_KEY"), !name.isEmpty,
            let secret = session.environment("ROCKETMQ_ACL_SECRET_KEY"), !secret.isEmpty
        else { return nil }
        return Credentials(accessKey: name, secretKey: secret)
    }

    private static func secret() -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
        return String(decoding: (0..<24).map { _ in letters[Int.random(in: letters.indices)] }, as: UTF8.self)
    }
}
