internal import EventLoop
public import TLS

/// A peer that was connected to, but not securely, though that was asked for.
public struct TLSConnectError: Error, Equatable {
    public var address: PeerAddress
    /// The name that the peer's certificate has to have.
    public var name: String
    /// Whether the client showed a certificate.
    public var isIdentified: Bool
    public var reason: TLSError
    /// How long was waited, where the reason is a time-out.
    public var limit: Duration

    /// OpenSSL's own lines, the cause first.
    public var chain: [String] { reason.chain }
    /// Whether the peer might have answered later.
    public var isTimeout: Bool { reason.reason == .timedOut }
}

extension TLSConnectError: CustomStringConvertible {
    /// What failed, and the setting that mends it.
    public var description: String { "\(address): TLS: \(words)" }

    private var words: String {
        switch reason.reason {
        case .expired: "the server's certificate has expired: renew it there, or check this machine's clock"
        case .notYetValid: "the server's certificate is not valid yet: check this machine's clock"
        case .wrongHost: "the server's certificate is not for '\(name)': --tls-server-name says which name it is for"
        case .unknownAuthority:
            "the server's certificate is of an authority that is not trusted: --tls-ca names the authority's file"
        case .untrusted(let reason): "the server's certificate is refused: \(reason)"
        case .alert(let number, let reason): words(for: number, reason)
        case .notTLS: "the server answers with something else: where it speaks no TLS, leave out --tls"
        case .closed: "the server hung up in the handshake: where it speaks no TLS, leave out --tls"
        case .timedOut: "no handshake within \(limit.text): a longer --timeout waits longer"
        case .broken(let reason): "the connection broke: \(reason)"
        }
    }

    /// Numbers of RFC 8446, section 6.2; a missing certificate is a failed handshake in TLS 1.2, and a bad
    /// one in Java's eyes.
    private func words(for alert: Int, _ reason: String) -> String {
        switch (alert, isIdentified) {
        case (116, _), (40, false), (42, false): "the server wants a client certificate: use --tls-cert and --tls-key"
        case (42...46, true), (48, true): "the server does not take the client certificate of --tls-cert: \(reason)"
        default: "the server refuses: \(reason)"
        }
    }
}
