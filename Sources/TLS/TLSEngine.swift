internal import COpenSSL

/// One side of a TLS connection without its socket: encrypted bytes go in and out at one end, plain ones at the other.
///
/// OpenSSL never sees the socket, so that the event loop alone waits, and all of its deadlines hold.
final class TLSEngine {
    private let ssl: OpaquePointer
    // Both belong to `ssl`.
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer
    /// What ended reading, after plain bytes that were to be read first; OpenSSL says it once.
    private var failure: TLSError?

    private init(_ context: OpaquePointer) throws(TLSError) {
        guard let ssl = SSL_new(context), let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem())
        else { throw .outOfMemory }
        SSL_set_bio(ssl, incoming, outgoing)
        (self.ssl, self.incoming, self.outgoing) = (ssl, incoming, outgoing)
    }

    /// A client that wants the server's certificate to be one of `host`, where the context verifies at all.
    convenience init(client context: OpaquePointer, of host: String) throws(TLSError) {
        try self.init(context)
        SSL_set_connect_state(ssl)
        SSL_set_hostflags(ssl, CUnsignedInt(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
        // An address counts as a name only when it is no IP address; servers are never told the latter.
        if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host) == 1 { return }
        let isNamed = host.withCString { name in
            SSL_ctrl(
                ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name),
                UnsafeMutableRawPointer(mutating: name))
        }
        guard SSL_set1_host(ssl, host) == 1, isNamed == 1 else { throw .last() }
    }

    convenience init(server context: OpaquePointer) throws(TLSError) {
        try self.init(context)
        SSL_set_accept_state(ssl)
    }

    deinit { SSL_free(ssl) }

    /// Takes what has come over the wire.
    func feed(_ bytes: [UInt8]) { _ = BIO_write(incoming, bytes, CInt(bytes.count)) }

    /// What has to go over the wire now.
    func drain() -> [UInt8] {
        let count = BIO_ctrl_pending(outgoing)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = count == 0 ? 0 : max(0, Int(BIO_read(outgoing, buffer.baseAddress, CInt(count))))
        }
    }

    /// Goes on with the handshake as far as what was fed allows; says whether it is done.
    func advance() throws(TLSError) -> Bool {
        ERR_clear_error()
        return try isDone(SSL_do_handshake(ssl))
    }

    /// The plain bytes of what was fed; nil while a record is incomplete, and after the other side's good-bye.
    func read() throws(TLSError) -> [UInt8]? {
        if let failure { throw failure }
        ERR_clear_error()
        let most = BIO_ctrl_pending(incoming) + Int(SSL_pending(ssl))
        if most == 0 { return nil }
        var status: CInt = 1
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
            while filled < most {
                status = SSL_read(ssl, buffer.baseAddress?.advanced(by: filled), CInt(most - filled))
                if status <= 0 { return }
                filled += Int(status)
            }
        }
        do { _ = try isDone(status) } catch {
            failure = error
            if bytes.isEmpty { throw error }
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// Encrypts at most 2 GiB.
    func write(_ bytes: ArraySlice<UInt8>) throws(TLSError) {
        ERR_clear_error()
        let status = bytes.withUnsafeBytes { SSL_write(ssl, $0.baseAddress, CInt($0.count)) }
        guard try isDone(status) else { throw TLSError(.closed) }
    }

    /// Says good-bye, once the handshake is done.
    func close() {
        ERR_clear_error()
        if SSL_is_init_finished(ssl) == 1 { SSL_shutdown(ssl) }
    }

    /// Whether the other side has said that nothing more comes.
    var isClosedByPeer: Bool { SSL_get_shutdown(ssl) & SSL_RECEIVED_SHUTDOWN != 0 }

    /// False where OpenSSL waits for the other side, or has been told of its end.
    private func isDone(_ status: CInt) throws(TLSError) -> Bool {
        if status > 0 { return true }
        switch SSL_get_error(ssl, status) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_ZERO_RETURN: return false
        default: throw .last(verifying: SSL_get_verify_result(ssl))
        }
    }
}
