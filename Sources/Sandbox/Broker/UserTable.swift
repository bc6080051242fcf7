internal import AdminProtocol
internal import Remoting

/// The users of a broker and what they may do: ACL 2.0 (`LocalAuthenticationMetadataProvider.java`,
/// `LocalAuthorizationMetadataProvider.java` 5.3.3).
final class UserTable {
    /// By name.
    var users: [String: UserInfo] = [:] { didSet { settings?.keep(.user, place, JSONList(Array(users.values))) } }
    /// By the subject, `User:name`.
    var policies: [String: [AclInfo.Policy]] = [:] {
        didSet {
            settings?.keep(.policy, place, JSONList(policies.map { AclInfo(subject: $0.key, policies: $0.value) }))
        }
    }
    private var settings: SettingsJournal?
    private var place = ""

    /// Brings back what is kept under `place`, and keeps what changes from now on.
    func restore(from settings: SettingsJournal, _ place: String) {
        for user in settings.value(.user, place, JSONList<UserInfo>.self)?.items ?? [] { users[user.username] = user }
        for acl in settings.value(.policy, place, JSONList<AclInfo>.self)?.items ?? [] {
            policies[acl.subject] = acl.policies
        }
        (self.settings, self.place) = (settings, place)
    }

    /// With the user who may do everything, where these users count.
    init(access: AccessControl?) {
        guard let access, access.generation == .users else { return }
        let owner = access.administrator
        users[owner.accessKey] = UserInfo(
            username: owner.accessKey, password: owner.secretKey, userType: "Super", userStatus: "enable")
    }

    static func subject(_ username: String) -> String { "User:\(username)" }

    func remove(_ username: String) {
        users[username] = nil
        policies[Self.subject(username)] = nil
    }

    /// Adds policies; where a resource has a rule already, the new one takes its place (`Acl.updatePolicy`).
    func add(_ news: [AclInfo.Policy], to subject: String) {
        var all = policies[subject] ?? []
        for policy in news {
            guard let place = all.firstIndex(where: { $0.policyType == policy.policyType }) else {
                all.append(policy)
                continue
            }
            var rules = all[place].entries ?? []
            for rule in policy.entries ?? [] {
                if let old = rules.firstIndex(where: { $0.resource == rule.resource }) {
                    rules[old] = rule
                } else {
                    rules.append(rule)
                }
            }
            all[place].entries = rules
        }
        policies[subject] = all
    }

    /// Removes the rule on a resource, and what is empty then.
    func removeRule(on resource: String, of type: String, from subject: String) {
        guard var all = policies[subject], let place = all.firstIndex(where: { $0.policyType == type }) else { return }
        all[place].entries?.removeAll { $0.resource == resource }
        if all[place].entries?.isEmpty != false { all.remove(at: place) }
        policies[subject] = all.isEmpty ? nil : all
    }
}
