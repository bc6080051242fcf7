internal import COpenSSL

/// A certificate and its private key, of an authority or of one whom it vouches for.
public final class TLSIdentity: Sendable {
    // Nothing changes them once they are made.
    nonisolated(unsafe) let certificate: OpaquePointer
    nonisolated(unsafe) let key: OpaquePointer

    /// A new authority that vouches for itself.
    public static func authority(named name: String) throws(TLSError) -> TLSIdentity {
        try TLSIdentity(name, [(NID_basic_constraints, "critical,CA:TRUE"), (NID_key_usage, "critical,keyCertSign")])
    }

    /// A new identity that this authority vouches for; `names` are such as `DNS:localhost,IP:127.0.0.1`.
    ///
    /// It is valid in a range of seconds from now.
    public func issue(
        _ name: String, names: String? = nil, valid: Range<Int> = -3600..<(365 * 86_400)
    ) throws(TLSError) -> TLSIdentity {
        try TLSIdentity(
            name, [(NID_basic_constraints, "CA:FALSE")] + (names.map { [(NID_subject_alt_name, $0)] } ?? []),
            valid: valid, by: self)
    }

    private init(
        _ name: String, _ extensions: [(CInt, String)], valid: Range<Int> = -3600..<(365 * 86_400),
        by authority: TLSIdentity? = nil
    ) throws(TLSError) {
        ERR_clear_error()
        guard let certificate = X509_new() else { throw .outOfMemory }
        self.certificate = certificate
        key = try Self.makeKey()
        let subject = X509_get_subject_name(certificate)
        X509_set_version(certificate, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), Int.random(in: 1...Int.max))
        X509_gmtime_adj(X509_getm_notBefore(certificate), valid.lowerBound)
        X509_gmtime_adj(X509_getm_notAfter(certificate), valid.upperBound)
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, -1, -1, 0)
        X509_set_issuer_name(certificate, X509_get_subject_name((authority ?? self).certificate))
        X509_set_pubkey(certificate, key)
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, (authority ?? self).certificate, certificate, nil, nil, 0)
        for (nid, value) in extensions {
            guard let made = X509V3_EXT_conf_nid(nil, &context, nid, value) else { throw .last() }
            X509_add_ext(certificate, made, -1)
            X509_EXTENSION_free(made)
        }
        guard X509_sign(certificate, (authority ?? self).key, EVP_sha256()) > 0 else { throw .last() }
    }

    deinit {
        X509_free(certificate)
        EVP_PKEY_free(key)
    }

    private static func makeKey() throws(TLSError) -> OpaquePointer {
        let maker = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil)
        defer { EVP_PKEY_CTX_free(maker) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(maker) == 1,
            EVP_PKEY_CTX_set_ec_paramgen_curve_nid(maker, NID_X9_62_prime256v1) == 1,
            EVP_PKEY_keygen(maker, &key) == 1, let key
        else { throw .last() }
        return key
    }

    /// The certificate, in PEM.
    public var certificateText: [UInt8] { text { PEM_write_bio_X509($0, certificate) } }

    /// The private key, in PEM: whoever reads it can pass for its owner.
    public var keyText: [UInt8] { text { PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) } }

    private func text(_ write: (OpaquePointer?) -> CInt) -> [UInt8] {
        let buffer = BIO_new(BIO_s_mem())
        defer { BIO_free(buffer) }
        guard write(buffer) == 1 else { return [] }
        let count = BIO_ctrl_pending(buffer)
        return [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            filled = max(0, Int(BIO_read(buffer, bytes.baseAddress, CInt(count))))
        }
    }
}
