internal import COpenSSL
public import EventLoop

/// How a server makes connections secure that its clients want to be so.
public final class TLSServer: Sendable {
    /// The first byte of a record that belongs to a handshake; no frame of RocketMQ's begins with it.
    private static let handshake: UInt8 = 22

    private let context: TLSContext
    private let isEnforcing: Bool

    /// Refuses plain connections if `isEnforcing`, and clients without a certificate of `authority` if there is one.
    public init(
        _ identity: TLSIdentity, isEnforcing: Bool = false, clientsOf authority: TLSIdentity? = nil
    ) throws(TLSError) {
        (self.isEnforcing, context) = (isEnforcing, try TLSContext(TLS_server_method()))
        guard SSL_CTX_use_certificate(context.raw, identity.certificate) == 1,
            SSL_CTX_use_PrivateKey(context.raw, identity.key) == 1
        else { throw .last() }
        guard let authority else { return }
        SSL_CTX_set_verify(context.raw, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context.raw), authority.certificate)
    }

    /// Finds out what a client speaks, as RocketMQ's servers do: by its first byte.
    ///
    /// Returns the plain bytes that have been read by then. Throws `TLSError` for a client that is not to be served.
    public func accept(_ socket: Socket, until deadline: Deadline) async throws -> (Channel, [UInt8]) {
        let first = try await socket.read(until: deadline)
        guard first.first == Self.handshake else {
            if isEnforcing { throw TLSError(.notTLS) }
            return (.plain(socket), first)
        }
        let session = TLSSession(over: socket, try TLSEngine(server: context.raw))
        try await session.shakeHands(first, until: min(deadline, .after(.seconds(10))))
        return (.secure(session), [])
    }
}
