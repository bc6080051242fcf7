internal import AdminProtocol
internal import Remoting

/// A broker's file of accounts: ACL 1.0 (`PlainPermissionManager.java` 4.9.8).
final class AccountFile {
    let path: String
    private(set) var accounts: [AccessAccount] = []
    /// Patterns of the addresses that need no account.
    private(set) var addresses: [String] = []
    private(set) var version: DataVersion
    private let clock: WallClock
    private var settings: SettingsJournal?
    private var place = ""

    /// With the accounts of RocketMQ's own file, and the one that may do everything, where accounts count.
    init(brokerName: String, access: AccessControl?, clock: WallClock) {
        self.clock = clock
        path = "/home/rocketmq/\(brokerName)/conf/plain_acl.yml"
        version = DataVersion(counter: 0, timestamp: clock.now)
        guard let access, access.generation == .accounts else { return }
        (accounts, addresses) = (Self.shipped, ["10.10.103.*", "192.168.0.*"])
        var owner =
            accounts.first { $0.accessKey == access.administrator.accessKey }
            ?? AccessAccount(accessKey: access.administrator.accessKey)
        (owner.secretKey, owner.admin) = (access.administrator.secretKey, true)
        accounts.removeAll { $0.accessKey == owner.accessKey }
        accounts.append(owner)
    }

    /// What `plain_acl.yml` of the distribution of 4.9.8 says.
    private static var shipped: [AccessAccount] {
        var (user, owner) = (AccessAccount(accessKey: "RocketMQ"), AccessAccount(accessKey: "rocketmq2"))
        (user.secretKey, user.admin) = ("12345678", false)
        (user.defaultTopicPerm, user.defaultGroupPerm) = ("DENY", "SUB")
        user.topicPerms = ["topicA=DENY", "topicB=PUB|SUB", "topicC=SUB"]
        user.groupPerms = ["groupA=DENY", "groupB=PUB|SUB", "groupC=SUB"]
        (owner.secretKey, owner.admin, owner.whiteRemoteAddress) = ("12345678", true, "192.168.1.*")
        return [user, owner]
    }

    /// Brings back what is kept under `place`, and keeps what changes from now on.
    func restore(from settings: SettingsJournal, _ place: String) {
        if let kept = settings.value(.account, place, AccessAccounts.self) {
            (addresses, accounts) = (kept.globalWhiteAddrs ?? [], kept.plainAccessConfigs ?? [])
        }
        (self.settings, self.place) = (settings, place)
    }

    /// Creates an account, or changes what is given of one, which moves to the end of the file.
    func put(_ news: AccessAccount) {
        var account = accounts.first { $0.accessKey == news.accessKey } ?? AccessAccount(accessKey: news.accessKey)
        account.secretKey = news.secretKey ?? account.secretKey
        account.whiteRemoteAddress = news.whiteRemoteAddress ?? account.whiteRemoteAddress
        account.admin = news.admin
        account.defaultTopicPerm = news.defaultTopicPerm ?? account.defaultTopicPerm
        account.defaultGroupPerm = news.defaultGroupPerm ?? account.defaultGroupPerm
        account.topicPerms = news.topicPerms ?? account.topicPerms
        account.groupPerms = news.groupPerms ?? account.groupPerms
        accounts.removeAll { $0.accessKey == news.accessKey }
        accounts.append(account)
        touch()
    }

    /// Says whether the account was there.
    func remove(_ accessKey: String) -> Bool {
        guard let place = accounts.firstIndex(where: { $0.accessKey == accessKey }) else { return false }
        accounts.remove(at: place)
        touch()
        return true
    }

    func setAddresses(_ addresses: [String]) {
        self.addresses = addresses
        touch()
    }

    private func touch() {
        version.counter += 1
        version.timestamp = clock.now
        settings?.keep(.account, place, AccessAccounts(addresses: addresses, accounts: accounts))
    }
}
