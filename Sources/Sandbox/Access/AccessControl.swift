internal import AdminProtocol
public import Remoting

/// Who may use the brokers of a sandbox; name servers and controllers ask nobody, as in 4.9.8 and 5.3.3.
public struct AccessControl: Sendable {
    /// How brokers decide.
    public enum Generation: Sendable {
        /// By the accounts of a file: ACL 1.0 as in 4.9.8 (`PlainAccessValidator.java`).
        case accounts
        /// By users and their policies: ACL 2.0 as in 5.3.3 (`AuthenticationPipeline.java`, `AuthorizationPipeline.java`).
        case users
    }

    public var generation: Generation
    /// An account that may do everything, on every broker from the start (`initAuthenticationUser`).
    public var administrator: Credentials

    /// The administrator of RocketMQ's own file of accounts (`plain_acl.yml`), which everybody knows.
    public static let shippedAdministrator = Credentials(accessKey: "rocketmq2", secretKey: "12345678")

    public init(_ generation: Generation, administrator: Credentials) {
        (self.generation, self.administrator) = (generation, administrator)
    }
}

extension Broker {
    /// Throws what the request is refused with by a broker that controls access; a call that waited was let in before.
    func admit(_ call: Call) throws(Refusal) {
        guard let access = options.access, !call.isResumed else { return }
        switch access.generation {
        case .accounts: try accounts.check(call.request, from: call.peer.ip)
        case .users: try users.check(call.request, from: call.peer.ip, in: options.clusterName)
        }
    }
}

extension Peer {
    /// The address without the port.
    fileprivate var ip: String {
        let host = address.lastIndex(of: ":").map { address[..<$0] } ?? address[...]
        return String(host.hasPrefix("[") ? host.dropFirst().dropLast() : host)
    }
}
