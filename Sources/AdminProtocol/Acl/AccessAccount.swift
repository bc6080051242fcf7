/// An account of ACL 1.0, as it stands in a broker's file (`PlainAccessConfig.java`); nil is what the file leaves out.
public struct AccessAccount: Codable, Sendable, Equatable {
    public var accessKey: String
    public var secretKey: String?
    /// Pattern of the addresses from which the account needs no signature.
    public var whiteRemoteAddress: String?
    /// Whether it may do everything.
    public var admin: Bool?
    /// `DENY`, `PUB`, `SUB` or `PUB|SUB`, of topics that are not listed.
    public var defaultTopicPerm: String?
    public var defaultGroupPerm: String?
    /// Such as `TopicTest=PUB|SUB`.
    public var topicPerms: [String]?
    public var groupPerms: [String]?

    public init(accessKey: String) { self.accessKey = accessKey }
}

/// Creates an account on a broker, or replaces one (`CreateAccessConfigRequestHeader.java`); ACL 1.0, not in 5.3.
public struct UpdateAndCreateAclConfig: Request {
    public static let code: RequestCode = 50
    public var accessKey: String
    public var secretKey: String?
    public var whiteRemoteAddress: String?
    /// Brokers take a missing one for false.
    public var admin: Bool
    public var defaultTopicPerm: String?
    public var defaultGroupPerm: String?
    /// Separated by commas.
    public var topicPerms: String?
    public var groupPerms: String?

    public init(_ account: AccessAccount) {
        (accessKey, secretKey) = (account.accessKey, account.secretKey)
        (whiteRemoteAddress, admin) = (account.whiteRemoteAddress, account.admin ?? false)
        (defaultTopicPerm, defaultGroupPerm) = (account.defaultTopicPerm, account.defaultGroupPerm)
        topicPerms = account.topicPerms?.joined(separator: ",")
        groupPerms = account.groupPerms?.joined(separator: ",")
    }
}

/// Removes an account from a broker's file (`DeleteAccessConfigRequestHeader.java`); ACL 1.0, not in 5.3.
public struct DeleteAclConfig: Request {
    public static let code: RequestCode = 51
    public var accessKey: String

    public init(accessKey: String) { self.accessKey = accessKey }
}

/// Replaces the addresses that need no account (`UpdateGlobalWhiteAddrsConfigRequestHeader.java`); ACL 1.0, not in 5.3.
public struct UpdateGlobalWhiteAddrsConfig: Request {
    public static let code: RequestCode = 53
    /// Patterns, separated by commas.
    public var globalWhiteAddrs: String
    /// The file on the broker's machine, its default file when nil; in 4.9.8, not in 4.9.1.
    public var aclFileFullPath: String?

    public init(addresses: String, file: String?) { (globalWhiteAddrs, aclFileFullPath) = (addresses, file) }
}

/// Asks a broker for the accounts of its file; ACL 1.0, in 4.9.1 and 5.1, not in 4.9.8.
public struct GetBrokerClusterAclConfig: Request {
    public static let code: RequestCode = 54
    public typealias Response = AccessAccounts

    public init() {}
}

/// What a broker's file says (`GetBrokerClusterAclConfigResponseBody.java`).
public struct AccessAccounts: JSONContent {
    /// Patterns of the addresses that need no account.
    public var globalWhiteAddrs: [String]?
    public var plainAccessConfigs: [AccessAccount]?

    public init(addresses: [String], accounts: [AccessAccount]) {
        (globalWhiteAddrs, plainAccessConfigs) = (addresses, accounts)
    }
}
