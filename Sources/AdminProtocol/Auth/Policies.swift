/// What a subject may do (`AclInfo.java`); since 5.3.
public struct AclInfo: JSONContent, Equatable {
    /// `User:name`.
    public var subject: String
    public var policies: [Policy]?

    public init(subject: String, policies: [Policy]) { (self.subject, self.policies) = (subject, policies) }

    /// Rules of one kind (`AclInfo.PolicyInfo`).
    public struct Policy: Codable, Sendable, Equatable {
        /// `Custom` or `Default`; brokers take a missing one for `Custom`.
        public var policyType: String?
        public var entries: [Rule]?

        public init(entries: [Rule]) { self.entries = entries }
    }

    /// What may be done with one resource, or may not (`AclInfo.PolicyEntryInfo`).
    public struct Rule: Codable, Sendable, Equatable {
        /// Such as `Topic:TopicTest`, `Group:*`, `Cluster:DefaultCluster`.
        public var resource: String?
        /// Such as `Pub`, `Sub`, `Create`, `All`.
        public var actions: [String]?
        /// Addresses that the rule is for; any when nil.
        public var sourceIps: [String]?
        /// `Allow` or `Deny`.
        public var decision: String?

        public init(resource: String, actions: [String], sourceIps: [String]?, decision: String) {
            (self.resource, self.actions) = (resource, actions)
            (self.sourceIps, self.decision) = (sourceIps, decision)
        }
    }
}

extension AclInfo: CustomStringConvertible {
    /// The subject's name.
    public var description: String { subject }
}

/// Gives a subject its first permissions on one broker (`CreateAclRequestHeader.java`); since 5.3.
public struct CreateAcl: Request {
    public static let code: RequestCode = 3006
    public var subject: String
    @Body public var acl: AclInfo

    public init(_ acl: AclInfo) { (subject, self.acl) = (acl.subject, acl) }
}

/// Replaces a subject's permissions on the resources that are given (`UpdateAclRequestHeader.java`); since 5.3.
public struct UpdateAcl: Request {
    public static let code: RequestCode = 3007
    public var subject: String
    @Body public var acl: AclInfo

    public init(_ acl: AclInfo) { (subject, self.acl) = (acl.subject, acl) }
}

/// Deletes a subject's permissions on one broker (`DeleteAclRequestHeader.java`); since 5.3.
public struct DeleteAcl: Request {
    public static let code: RequestCode = 3008
    public var subject: String
    /// Only those on this resource; all of them when nil.
    public var resource: String?

    public init(subject: String, resource: String?) { (self.subject, self.resource) = (subject, resource) }
}

/// Asks a broker for a subject's permissions (`GetAclRequestHeader.java`); since 5.3.
public struct GetAcl: Request {
    public static let code: RequestCode = 3009
    public typealias Response = IfAny<AclInfo>
    public var subject: String

    public init(subject: String) { self.subject = subject }
}

/// Asks a broker for all permissions (`ListAclsRequestHeader.java`); since 5.3.
public struct ListAcls: Request {
    public static let code: RequestCode = 3010
    public typealias Response = IfAny<JSONList<AclInfo>>
    /// Only subjects whose name contains this.
    public var subjectFilter: String?
    /// Only resources whose name contains this.
    public var resourceFilter: String?

    public init(subject: String?, resource: String?) { (subjectFilter, resourceFilter) = (subject, resource) }
}
