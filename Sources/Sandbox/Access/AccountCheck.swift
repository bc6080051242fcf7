internal import AdminProtocol
internal import Remoting

/// What an account may do with a topic or a group (`Permission.java` 4.9.8).
struct AccountPermission: OptionSet {
    var rawValue: UInt8
    static let deny = AccountPermission(rawValue: 1)
    static let publish = AccountPermission(rawValue: 4)
    static let subscribe = AccountPermission(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Reads `PUB|SUB` and the like; what is missing or unknown denies.
    init(parsing text: (some StringProtocol)?) {
        switch text.map({ String($0.filter { !$0.isWhitespace }) }) {
        case "PUB": self = .publish
        case "SUB": self = .subscribe
        case "PUB|SUB", "SUB|PUB": self = [.publish, .subscribe]
        default: self = .deny
        }
    }

    func allows(_ needed: AccountPermission) -> Bool { !contains(.deny) && !isDisjoint(with: needed) }
}

extension AccountFile {
    /// Requests that only administrators may send (`Permission.ADMIN_CODE` 4.9.8).
    private static let administration: Set<Int> = [17, 25, 200, 207, 215]

    /// Throws what ACL 1.0 refuses a request with (`PlainPermissionManager.validate` 4.9.8).
    func check(_ request: Frame, from address: String) throws(Refusal) {
        let needs = try AccountNeeds.of(request)
        if addresses.contains(where: { AddressPattern.accounts($0, match: address) }) { return }
        guard let key = request.fields["AccessKey"] else { throw .acl("No accessKey is configured", line: 664) }
        guard let account = accounts.first(where: { $0.accessKey == key }) else {
            throw .acl("No acl config for \(key)", line: 668)
        }
        if let white = account.whiteRemoteAddress, AddressPattern.accounts(white, match: address) { return }
        let signature = request.signature(secretKey: account.secretKey ?? "", leavingOut: Frame.unsignedField)
        guard request.fields["Signature"] == signature else {
            throw .acl("Check signature failed for accessKey=\(key)", line: 684)
        }
        // Everybody may send traces, whatever else the request is about.
        if needs["RMQ_SYS_TRACE_TOPIC"] == .publish { return }
        try check(request.code, needs, for: account)
    }

    private func check(
        _ code: Int, _ needs: [String: AccountPermission], for account: AccessAccount
    ) throws(Refusal) {
        let isAdministrator = account.admin == true
        if Self.administration.contains(code), !isAdministrator {
            let refusal = "Need admin permission for request code=\(code), but accessKey=\(account.accessKey) is not"
            throw .acl(refusal, method: "checkPerm", line: 581)
        }
        let owned = account.permissions
        if owned.isEmpty, isAdministrator { return }
        // In the order of the original's map, for the refusal names the first.
        let names = JavaHash.mapOrder(needs.keys.sorted(), buckets: 16) { $0 }
        for name in names {
            let isGroup = name.hasPrefix(Frame.retryPrefix)
            let standing = isGroup ? account.defaultGroupPerm : account.defaultTopicPerm
            let permission = owned[name] ?? AccountPermission(parsing: standing)
            if permission.allows(needs[name] ?? []) { continue }
            let resource = isGroup ? "group:\(name.dropFirst(Frame.retryPrefix.count))" : "topic:\(name)"
            throw .acl(
                "No default permission for \(resource)", method: "checkPerm", line: owned[name] == nil ? 606 : 611)
        }
    }
}

extension AccessAccount {
    /// By topic, and by retry topic for groups.
    fileprivate var permissions: [String: AccountPermission] {
        var all: [String: AccountPermission] = [:]
        for (items, prefix) in [(groupPerms, Frame.retryPrefix), (topicPerms, "")] {
            for item in items ?? [] {
                let parts = item.split(separator: "=")
                guard parts.count == 2 else { continue }
                all[prefix + parts[0].filter { !$0.isWhitespace }] = AccountPermission(parsing: parts[1])
            }
        }
        return all
    }
}

extension Refusal {
    /// An exception and the place where the original throws it, as its remarks carry them.
    static func acl(
        _ text: String, in file: String = "PlainPermissionManager", method: String = "validate", line: Int
    ) -> Refusal {
        let place = "org.apache.rocketmq.acl.plain.\(file).\(method)(\(file).java:\(line))"
        return Refusal(.systemError, "org.apache.rocketmq.acl.common.AclException: \(text), \(place)")
    }
}
