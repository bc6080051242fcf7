internal import AdminProtocol
internal import LooseJSON

extension Broker {
    /// ACL 1.0, as brokers of 4.9.8 have it; those of 5.3 know none of these requests.
    static let accountHandlers: [Handler<Broker>] = [
        .on(UpdateAndCreateAclConfig.self) { broker, request, _ in
            broker.accounts.put(try account(request))
            return Empty()
        },
        .on(DeleteAclConfig.self) { broker, request, _ in
            guard broker.accounts.remove(request.accessKey) else {
                let account = "The accesskey[\(request.accessKey)] corresponding to accessConfig"
                throw Refusal(210, "\(account) has been deleted failed.")
            }
            return Empty()
        },
        .on(GetBrokerClusterAclInfo.self) { broker, _, _ in
            let version = try broker.accounts.version.json()
            var versions = AclVersions(
                clusterName: broker.options.clusterName, brokerName: broker.name, brokerAddr: broker.address,
                version: version.description)
            versions.allAclFileVersion = JSON.object([.init(.string(broker.accounts.path), version)]).description
            return versions
        },
        .on(UpdateGlobalWhiteAddrsConfig.self) { broker, request, _ in
            if let file = request.aclFileFullPath, !file.isEmpty, file != broker.accounts.path {
                throw Refusal(211, "The globalWhiteAddresses[\(request.globalWhiteAddrs)] has been updated failed.")
            }
            broker.accounts.setAddresses(request.globalWhiteAddrs.split(separator: ",").map(String.init))
            return Empty()
        },
    ]

    private static func account(_ request: UpdateAndCreateAclConfig) throws(Refusal) -> AccessAccount {
        let secret = request.secretKey ?? "null"
        if request.accessKey.count <= 6 || request.secretKey == nil || secret.count <= 6 {
            let account = "The accessKey=\(request.accessKey) and secretKey=\(secret)"
            throw Refusal(209, "\(account) cannot be null and length should longer than 6")
        }
        var account = AccessAccount(accessKey: request.accessKey)
        (account.secretKey, account.admin) = (secret, request.admin)
        account.whiteRemoteAddress = request.whiteRemoteAddress
        (account.defaultTopicPerm, account.defaultGroupPerm) = (request.defaultTopicPerm, request.defaultGroupPerm)
        account.topicPerms = try permissions(request.topicPerms)
        account.groupPerms = try permissions(request.groupPerms)
        return account
    }

    /// `TopicTest=PUB|SUB,…` (`Permission.checkResourcePerms`).
    private static func permissions(_ text: String?) throws(Refusal) -> [String]? {
        guard let items = text?.split(separator: ",").map(String.init) else { return nil }
        for item in items {
            let parts = item.split(separator: "=")
            guard parts.count == 2 else {
                let example = "The expected resource format is 'Res=Perm'. For example: topicA=SUB"
                throw Refusal(209, "Parse Resource format error for \(item).\n\(example)")
            }
            let permission = String(parts[1].filter { !$0.isWhitespace })
            guard ["DENY", "PUB", "SUB", "PUB|SUB", "SUB|PUB"].contains(permission) else {
                let example = "The expected permissions are 'SUB' or 'PUB' or 'SUB|PUB' or 'PUB|SUB'."
                throw Refusal(209, "Parse resource permission error for \(item).\n\(example)")
            }
        }
        return items
    }
}
