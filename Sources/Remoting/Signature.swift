import COpenSSL

/// The 20 bytes of HMAC-SHA1; the one-shot `HMAC` sets OpenSSL up on first use, so that runs that sign nothing pay nothing.
func hmacSHA1(_ content: [UInt8], key: [UInt8]) -> [UInt8] {
    var length: UInt32 = 0
    // An empty array has no address, and OpenSSL takes a null key for "the same key as before".
    let padded = key + [0]
    return [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { digest, count in
        HMAC(EVP_sha1(), padded, Int32(key.count), content, content.count, digest.baseAddress, &length)
        count = Int(length)
    }
}
