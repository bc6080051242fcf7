internal import AdminProtocol

/// How a broker reads and checks rules (`AuthorizationMetadataManagerImpl.java`, `AclConverter.java` 5.3.3).
enum PolicyRules {
    private static let actions = ["Unknown", "All", "Any", "Pub", "Sub", "Create", "Update", "Delete", "Get", "List"]
    private static let resources = ["Unknown", "Any", "Cluster", "Namespace", "Topic", "Group"]

    /// The policies in RocketMQ's own spelling, or what is wrong with them.
    static func checked(_ policies: [AclInfo.Policy]) throws(Refusal) -> [AclInfo.Policy] {
        var result: [AclInfo.Policy] = []
        for policy in policies {
            guard let rules = policy.entries, !rules.isEmpty else { continue }
            var checked = AclInfo.Policy(entries: [])
            checked.policyType = named(policy.policyType, among: ["Custom", "Default"]) ?? "Custom"
            for rule in rules { checked.entries?.append(try self.checked(rule)) }
            result.append(checked)
        }
        if result.isEmpty { throw Refusal(.noPermission, "The policies is empty.") }
        return result
    }

    private static func checked(_ rule: AclInfo.Rule) throws(Refusal) -> AclInfo.Rule {
        guard let resource = resource(rule.resource ?? "") else {
            throw Refusal(.noPermission, "The resource is null.")
        }
        let actions = (rule.actions ?? []).compactMap { named($0, among: Self.actions) }
        if actions.isEmpty { throw Refusal(.noPermission, "The actions is empty.") }
        if actions.contains("Any") { throw Refusal(.noPermission, "The actions can not be Any.") }
        let addresses = rule.sourceIps ?? []
        for address in addresses {
            if Broker.isBlank(address) { throw Refusal(.noPermission, "The source ip is empty.") }
            if !isAddress(address) { throw Refusal(.noPermission, "The source ip is invalid.") }
        }
        guard let decision = named(rule.decision, among: ["Allow", "Deny"]) else {
            throw Refusal(.noPermission, "The decision is null or illegal.")
        }
        return AclInfo.Rule(
            resource: resource, actions: actions, sourceIps: addresses.isEmpty ? nil : addresses, decision: decision)
    }

    /// `Topic:TopicTest`, `Group:*`, `*`; nil for a kind of resource that there is not.
    static func resource(_ text: String) -> String? {
        if text == "*" { return text }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = named(parts.first.map(String.init), among: resources) else { return nil }
        return kind == "Any" ? "*" : "\(kind):\(parts.count > 1 ? String(parts[1]) : "")"
    }

    private static func named(_ text: String?, among names: [String]) -> String? {
        names.first { $0.lowercased() == text?.lowercased() }
    }

    /// An address of either version, or a network such as `10.0.0.0/8`.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isVersion6 = parts[0].contains(":")
        if parts.count > 2 { return false }
        if parts.count == 2 {
            guard let bits = Int(parts[1]), (0...(isVersion6 ? 128 : 32)).contains(bits) else { return false }
        }
        if isVersion6 { return parts[0].allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." } }
        let octets = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets.allSatisfy { UInt8($0) != nil }
    }
}
