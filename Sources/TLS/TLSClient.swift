internal import COpenSSL
public import EventLoop
internal import Glibc

/// How a client makes its connections secure.
public final class TLSClient: Sendable {
    /// What is trusted, and who is asking; all files are PEM.
    public struct Options: Sendable {
        /// The certificates of the authorities; else those of the system.
        public var authorities: String?
        /// The client's own certificate, with those that lead to an authority.
        public var certificate: String?
        /// The certificate's private key; else it stands in the certificate's file.
        public var key: String?
        /// The name in the servers' certificates, in the place of the address.
        public var serverName: String?
        public var isVerifying = true

        public init() {}
    }

    private let context: TLSContext
    public let options: Options

    /// Throws `TLSFileError` for a file that is of no use, or `TLSError`.
    public init(_ options: Options) throws {
        (self.options, context) = (options, try TLSContext(TLS_client_method()))
        if options.isVerifying {
            SSL_CTX_set_verify(context.raw, SSL_VERIFY_PEER, nil)
            if let path = options.authorities {
                try TLSFileError.check(path, .authorities, "holds no certificate in PEM") {
                    SSL_CTX_load_verify_file(context.raw, path)
                }
            } else {
                SSL_CTX_set_default_verify_paths(context.raw)
            }
        }
        if let certificate = options.certificate { try identify(certificate, options.key) }
    }

    private func identify(_ certificate: String, _ key: String?) throws(TLSFileError) {
        // Without this, OpenSSL would ask at the terminal.
        SSL_CTX_set_default_passwd_cb(context.raw) { _, _, _, _ in -1 }
        try TLSFileError.check(certificate, .certificate, "holds no certificate in PEM") {
            SSL_CTX_use_certificate_chain_file(context.raw, certificate)
        }
        let path = key ?? certificate
        try TLSFileError.check(path, .key, "holds no private key of that certificate that is in PEM and not encrypted")
        {
            SSL_CTX_use_PrivateKey_file(context.raw, path, SSL_FILETYPE_PEM)
        }
    }

    /// The name that the certificate of the server at `host` has to have.
    public func name(of host: String) -> String { options.serverName ?? host }

    /// Makes a secure connection of a socket that leads to `host`.
    ///
    /// Throws `TLSError`.
    public func connect(_ socket: Socket, to host: String, until deadline: Deadline) async throws -> Channel {
        let session = TLSSession(over: socket, try TLSEngine(client: context.raw, of: name(of: host)))
        try await session.shakeHands(until: deadline)
        return .secure(session)
    }
}

/// A file for TLS that is of no use.
public struct TLSFileError: Error, Equatable {
    /// What the file is for.
    public enum Role: Sendable, Equatable { case authorities, certificate, key }

    public var role: Role
    public var path: String
    public var problem: String

    fileprivate static func check(
        _ path: String, _ role: Role, _ problem: String, _ load: () -> CInt
    ) throws(TLSFileError) {
        if access(path, R_OK) != 0 {
            throw TLSFileError(role: role, path: path, problem: String(cString: strerror(errno)))
        }
        guard load() == 1 else { throw TLSFileError(role: role, path: path, problem: problem) }
    }
}
