internal import AdminProtocol
internal import Remoting

extension UserTable {
    /// Throws what ACL 2.0 refuses a request with: first for who sends it, then for what it asks
    /// (`AuthenticationPipeline.java`, `AuthorizationPipeline.java` 5.3.3).
    func check(_ request: Frame, from address: String, in cluster: String) throws(Refusal) {
        let user = try sender(of: request)
        // A request that cannot be read is refused whoever sends it.
        let needs = try AccessNeeds.of(request, in: cluster)
        if user.userType == "Super" { return }
        let subject = Self.subject(user.username)
        let rules = Rules(policies[subject] ?? [])
        for need in needs {
            guard let decisive = rules.decisive(for: need, from: address) else {
                throw .denied(subject, need, address, "no matched policies.")
            }
            if decisive.denies { throw .denied(subject, need, address, "the decision is deny.") }
        }
    }

    /// `DefaultAuthenticationHandler.java` 5.3.3.
    private func sender(of request: Frame) throws(Refusal) -> UserInfo {
        guard let name = request.fields["AccessKey"], !name.isEmpty else {
            throw Refusal(.noPermission, "username cannot be null.")
        }
        guard let user = users[name] else { throw Refusal(.noPermission, "User:\(name) is not found.") }
        if user.userStatus == "disable" { throw Refusal(.noPermission, "User:\(name) is disabled.") }
        let unsigned = request.version <= Frame.lastUnsigningVersion ? Frame.unsignedField : nil
        guard request.fields["Signature"] == request.signature(secretKey: user.password ?? "", leavingOut: unsigned)
        else { throw Refusal(.noPermission, "check signature failed.") }
        return user
    }
}

extension Refusal {
    fileprivate static func denied(
        _ subject: String, _ need: AccessNeed, _ address: String, _ reason: String
    ) -> Refusal {
        Refusal(.noPermission, "\(subject) has no permission to access \(need.resource) from \(address), \(reason)")
    }
}

/// The rules of one subject.
private struct Rules {
    private let custom: [AccessRule]
    private let standing: [AccessRule]

    init(_ policies: [AclInfo.Policy]) {
        let rules = { (type: String) in
            policies.first { $0.policyType == type }?.entries?.compactMap(AccessRule.init) ?? []
        }
        (custom, standing) = (rules("Custom"), rules("Default"))
    }

    /// The rule that decides; the default ones count where no other is about the matter.
    func decisive(for need: AccessNeed, from address: String) -> AccessRule? {
        for rules in [custom, standing] {
            let about = rules.filter { $0.isAbout(need, from: address) }
            if !about.isEmpty { return AccessRule.first(of: about) }
        }
        return nil
    }
}
