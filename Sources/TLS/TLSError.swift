internal import COpenSSL

/// Why there is no secure connection, or no longer.
public struct TLSError: Error, Equatable {
    public enum Reason: Sendable, Equatable {
        /// The other side's certificate has expired, or is not valid yet.
        case expired, notYetValid
        /// The certificate is one of another host.
        case wrongHost
        /// No authority that is trusted has signed the certificate.
        case unknownAuthority
        /// Anything else that is wrong with the certificate, in OpenSSL's words.
        case untrusted(String)
        /// The other side ended it, with an alert of RFC 8446, section 6.
        case alert(Int, String)
        /// The other side speaks something else.
        case notTLS
        /// The other side hung up in the handshake.
        case closed
        case timedOut
        /// The other side broke the protocol, or no common version and cipher was found; in OpenSSL's words.
        case broken(String)
    }

    public var reason: Reason
    /// OpenSSL's own lines, the cause first.
    public var chain: [String]

    public init(_ reason: Reason, chain: [String] = []) { (self.reason, self.chain) = (reason, chain) }

    static let outOfMemory = TLSError(.broken("out of memory"))

    /// What OpenSSL has just failed with; `result` is what it made of the other side's certificate.
    static func last(verifying result: Int = 0) -> TLSError {
        var codes: [CUnsignedLong] = []
        while case let code = ERR_get_error(), code != 0 { codes.append(code) }
        let chain = codes.map { text($0, ERR_error_string_n) }
        if result != X509_V_OK { return TLSError(reason(of: CInt(result)), chain: chain) }
        guard let first = codes.first else { return TLSError(.closed) }
        let words = ERR_reason_error_string(first).map { String(cString: $0) } ?? "unknown error"
        let alert = Int(ERR_GET_REASON(first)) - 1000
        // Alerts have a byte; OpenSSL adds 1000 to make them reasons.
        if ERR_GET_LIB(first) == ERR_LIB_SSL, (0...255).contains(alert) {
            return TLSError(.alert(alert, words), chain: chain)
        }
        return TLSError(.broken(words), chain: chain)
    }

    private static func text(
        _ code: CUnsignedLong, _ write: (CUnsignedLong, UnsafeMutablePointer<CChar>?, Int) -> Void
    ) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            write(code, buffer.baseAddress, buffer.count)
            return buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
    }

    private static func reason(of result: CInt) -> Reason {
        switch result {
        case X509_V_ERR_CERT_HAS_EXPIRED: .expired
        case X509_V_ERR_CERT_NOT_YET_VALID: .notYetValid
        case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH: .wrongHost
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_SIGNATURE_FAILURE:
            .unknownAuthority
        default: .untrusted(String(cString: X509_verify_cert_error_string(Int(result))))
        }
    }
}
