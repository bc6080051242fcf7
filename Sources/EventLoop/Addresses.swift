internal import CUV

/// The two ends of a connection, as RocketMQ writes them: `127.0.0.1:10911`, `[::1]:10911`.
extension Socket {
    /// The address of the other side, or nil once it has gone.
    public func peerAddress() async throws -> String? {
        try await loop.here { address { uv_tcp_getpeername(tcp.raw, $0, $1) } }
    }

    /// The address of this side, or nil once the connection has gone.
    public func localAddress() async throws -> String? {
        try await loop.here { address { uv_tcp_getsockname(tcp.raw, $0, $1) } }
    }

    private func address(_ read: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<CInt>) -> CInt) -> String? {
        var storage = sockaddr_storage()
        var size = CInt(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { storage in
            read(storage.cast(), &size) == 0 ? text(of: storage) : nil
        }
    }
}

private func text(of address: UnsafeMutablePointer<sockaddr_storage>) -> String {
    var name = [CChar](repeating: 0, count: 64)
    let port: in_port_t
    if address.pointee.ss_family == sa_family_t(AF_INET6) {
        let source: UnsafeMutablePointer<sockaddr_in6> = address.cast()
        uv_ip6_name(source, &name, name.count)
        port = source.pointee.sin6_port
    } else {
        let source: UnsafeMutablePointer<sockaddr_in> = address.cast()
        uv_ip4_name(source, &name, name.count)
        port = source.pointee.sin_port
    }
    let host = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    return (host.contains(":") ? "[\(host)]" : host) + ":\(UInt16(bigEndian: port))"
}
