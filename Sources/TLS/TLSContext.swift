internal import COpenSSL

/// What the connections of one client or server have in common.
final class TLSContext: Sendable {
    // OpenSSL counts its users, and changes nothing in it once connections are made.
    nonisolated(unsafe) let raw: OpaquePointer

    init(_ method: OpaquePointer?) throws(TLSError) {
        ERR_clear_error()
        guard let raw = SSL_CTX_new(method) else { throw .last() }
        self.raw = raw
        SSL_CTX_ctrl(raw, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
        // Every connection is its own: nothing is kept to resume one.
        SSL_CTX_ctrl(raw, SSL_CTRL_SET_SESS_CACHE_MODE, Int(SSL_SESS_CACHE_OFF), nil)
        SSL_CTX_set_num_tickets(raw, 0)
        // SSL_OP_NO_RENEGOTIATION, which is no constant in C's eyes.
        SSL_CTX_set_options(raw, 1 << 30)
    }

    deinit { SSL_CTX_free(raw) }
}
