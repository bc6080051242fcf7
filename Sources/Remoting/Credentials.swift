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
    /// Adds `AccessKey`, `SecurityToken` and `Signature`: the Base64 of HMAC-SHA1 over the fields' values, sorted by key,
    /// and the body (`AclClientRPCHook`, `AclUtils.combineRequestContent`, `AclSigner` of RocketMQ 5.3.3).
    ///
    /// A signature that is there already is replaced. Sign last: a change to fields or body makes it void.
    public mutating func sign(with credentials: Credentials) {
        fields["AccessKey"] = credentials.accessKey
        if let token = credentials.securityToken { fields["SecurityToken"] = token }
        fields["Signature"] = nil
        var content: [UInt8] = []
        // Java's TreeMap sorts strings by UTF-16 code units.
        for field in fields.sorted(by: { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }) {
            content.append(contentsOf: field.value.utf8)
        }
        content.append(contentsOf: body)
        fields["Signature"] = Base64.text(hmacSHA1(content, key: Array(credentials.secretKey.utf8)))
    }
}
