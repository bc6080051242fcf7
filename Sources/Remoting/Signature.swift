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

/// Standard Base64 (RFC 4648) with padding.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let word = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
        for place in 0..<4 {
            let sextet = Int(word >> (18 - 6 * UInt32(place)) & 63)
            text.append(place <= group.count ? alphabet[sextet] : UInt8(ascii: "="))
        }
    }
    return String(decoding: text, as: UTF8.self)
}
