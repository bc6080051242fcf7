internal import AdminProtocol

extension Broker {
    static let policyHandlers: [Handler<Broker>] = [
        .on(CreateAcl.self) { broker, request, call in
            try broker.add(request.acl, for: request.subject, call)
            return Empty()
        },
        .on(UpdateAcl.self) { broker, request, call in
            try broker.add(request.acl, for: request.subject, call)
            return Empty()
        },
        .on(DeleteAcl.self) { broker, request, call in
            call.remark = Refusal.unset
            guard let subject = Subject(request.subject) else {
                throw Refusal(.noPermission, "The subject is null.")
            }
            guard broker.users.users[subject.username] != nil else {
                throw Refusal(.noPermission, "The subject is not exist.")
            }
            guard broker.users.policies[subject.key] != nil else {
                throw Refusal(.noPermission, "The acl is not exist.")
            }
            if let resource = PolicyRules.resource(request.resource ?? "") {
                broker.users.removeRule(on: resource, of: "Custom", from: subject.key)
            } else {
                broker.users.policies[subject.key] = nil
            }
            return Empty()
        },
        .on(GetAcl.self) { broker, request, call in
            call.remark = Refusal.unset
            guard let subject = Subject(request.subject) else { throw Refusal(.systemError, Subject.none) }
            guard broker.users.users[subject.username] != nil else {
                throw Refusal(.noPermission, "The subject is not exist.")
            }
            return IfAny(
                broker.users.policies[subject.key].map { AclInfo(subject: subject.key, policies: $0) })
        },
        .on(ListAcls.self) { broker, request, call in
            call.remark = Refusal.unset
            let acls = broker.acls(of: request.subjectFilter ?? "", on: request.resourceFilter ?? "")
            return IfAny(acls.isEmpty ? nil : JSONList(acls))
        },
    ]

    private func add(_ acl: AclInfo, for name: String, _ call: Call) throws(Refusal) {
        call.remark = Refusal.unset
        if acl.policies?.isEmpty != false {
            let exception = "org.apache.rocketmq.auth.authorization.exception.AuthorizationException"
            throw Refusal(.systemError, "\(exception): The body of acl is null")
        }
        guard let subject = Subject(acl.subject) ?? Subject(name) else { throw Refusal(.systemError, Subject.none) }
        let policies = try PolicyRules.checked(acl.policies ?? [])
        guard users.users[subject.username] != nil else {
            throw Refusal(.noPermission, "The subject of \(subject.key) is not exist.")
        }
        users.add(policies, to: subject.key)
    }

    /// As in 5.3.3 the resource does not matter where the subject's name holds it.
    private func acls(of subjectFilter: String, on resourceFilter: String) -> [AclInfo] {
        users.policies.sorted { $0.key < $1.key }.compactMap { subject, policies in
            guard Self.isBlank(subjectFilter) || subject.holds(subjectFilter) else { return nil }
            let all = Self.isBlank(resourceFilter) || subject.holds(resourceFilter)
            let rest = policies.compactMap { policy -> AclInfo.Policy? in
                var policy = policy
                if !all { policy.entries?.removeAll { $0.resource?.holds(resourceFilter) != true } }
                return policy.entries?.isEmpty != false ? nil : policy
            }
            return rest.isEmpty ? nil : AclInfo(subject: subject, policies: rest)
        }
    }
}

/// A user as rules name it (`Subject.java`).
private struct Subject {
    let username: String
    var key: String { UserTable.subject(username) }

    /// Nil where the text does not begin with the one kind of subject that there is.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0].lowercased() == "user" else { return nil }
        username = parts.count > 1 ? String(parts[1]) : ""
    }

    /// What a broker says where it stumbled over a subject that is none.
    static let none = "An system error occurred, please try again later."
}
