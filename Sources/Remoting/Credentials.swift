/// What a request is signed with (`SessionCredentials`); its description does not show the secret.
public struct Credentials: Sendable, Equatable {
    public var accessKey: String
    public var secretKey: String
    /// A temporary token of a cloud's security service.
    public var securityToken: String?

    public init(accessKey: String, secretKey: String, securityToken: String? = nil) {
        (self.accessKey, self.secretKey, self.securityToken) = (accessKey, secretKey, securityToken)
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Credentials(\(accessKey))" }
    public var debugDescription: String { description }
    /// Without children, so that `dump` and a debugger's print do not show the secret either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Frame {
    /// Adds `AccessKey`, `SecurityToken` and `Signature` (`AclClientRPCHook` of RocketMQ 5.3.3).
    ///
    /// A signature that is there already is replaced. Sign last: a change to fields or body makes it void.
    public mutating func sign(with credentials: Credentials) {
        fields["AccessKey"] = credentials.accessKey
        if let token = credentials.securityToken { fields["SecurityToken"] = token }
        // Brokers of 4.9 check signatures without it, those of 5.x for clients before 4.9.4 only: so this is one.
        if fields[Frame.unsignedField] != nil { version = min(version, Frame.lastUnsigningVersion) }
        fields["Signature"] = signature(secretKey: credentials.secretKey, leavingOut: Frame.unsignedField)
    }

    /// A field that tells how to search for messages, and that old clients do not sign (`MixAll.UNIQUE_MSG_QUERY_FLAG`).
    public static let unsignedField = "_UNIQUE_KEY_QUERY"

    /// The last version of such clients, `MQVersion.Version.V4_9_3`.
    public static let lastUnsigningVersion = 399

    /// What `Signature` has to be: the Base64 of HMAC-SHA1 over the values of the other fields, sorted by key, and the
    /// body (`AclUtils.combineRequestContent`, `AclSigner` of RocketMQ 5.3.3); `unsigned` names a field to leave out.
    public func signature(secretKey: String, leavingOut unsigned: String? = nil) -> String {
        var content: [UInt8] = []
        // Java's TreeMap sorts strings by UTF-16 code units.
        for field in fields.sorted(by: { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) })
        where field.key != "Signature" && field.key != unsigned {
            content.append(contentsOf: field.value.utf8)
        }
        content.append(contentsOf: body)
        return Base64.text(hmacSHA1(content, key: Array(secretKey.utf8)))
    }
}
