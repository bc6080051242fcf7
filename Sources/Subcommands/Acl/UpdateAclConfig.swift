import AdminClient
import AdminProtocol
import CommandKit

struct UpdateAclConfig: Subcommand {
    static let about = About(
        "updateAclConfig", .acl, "Create an account in the access control file of brokers, or change one",
        discussion: """
            What is left out keeps its value, but for -m: an account without it is no administrator. Permissions are \
            DENY, PUB, SUB or PUB|SUB. RocketMQ 5.3 has users and policies instead: see createUser and createAcl.
            """,
        examples: [
            Example(
                "-n 127.0.0.1:9876 -c DefaultCluster -a AppUser --account-key-file app.key -t 'TopicTest=PUB|SUB'",
                "an account that may use one topic"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -a Admin -s 12345678 -m true", "an administrator"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice var target: EveryBroker
    @Option("a", "accessKey", "the account's name") var accessKey: String
    @Choice(
        .option("s", "secretKey", "its secret key, for other users of this machine to see", Secret.text),
        .option(extra: "account-key-file", "read its secret key from the first line of this file", Secret.file)
    ) var secretKey: Secret
    @Option("w", "whiteRemoteAddress", "addresses from which it needs no signature") var whiteRemoteAddress: String?
    @Option("i", "defaultTopicPerm", "its permission on other topics") var defaultTopicPerm: String?
    @Option("u", "defaultGroupPerm", "its permission on other groups") var defaultGroupPerm: String?
    @Option("t", "topicPerms", "its permissions on topics, as topic=permission") var topicPerms: NameList?
    @Option("g", "groupPerms", "its permissions on groups, as group=permission") var groupPerms: NameList?
    @Option("m", "admin", "whether it may do everything") var admin: Bool?

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        var account = AccessAccount(accessKey: accessKey.trimmed)
        (account.secretKey, account.admin) = (try secretKey.read(), admin)
        (account.whiteRemoteAddress, account.topicPerms) = (whiteRemoteAddress?.trimmed, topicPerms?.names)
        (account.defaultTopicPerm, account.groupPerms) = (defaultTopicPerm?.trimmed, groupPerms?.names)
        account.defaultGroupPerm = defaultGroupPerm?.trimmed
        let brokers = try await session.admin.addresses(of: target)
        // 4.9 prints the address of a Java object here, which is of no use to anybody.
        return try await session.admin.change(
            brokers, by: UpdateAndCreateAclConfig(account), hiding: account.secretKey,
            after: session.edition == .v5 ? [account.javaText] : []
        ) { "create or update plain access config to \($0) success." }
    }
}
