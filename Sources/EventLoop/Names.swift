internal import CUV

extension EventLoop {
    /// Looks `host` up in libuv's thread pool; a numeric address needs no thread.
    func addresses(of host: String, port: UInt16, until deadline: Deadline) async throws -> [sockaddr_storage] {
        var address = sockaddr_storage()
        let isNumeric = withUnsafeMutablePointer(to: &address) {
            uv_ip4_addr(host, CInt(port), $0.cast()) == 0 || uv_ip6_addr(host, CInt(port), $0.cast()) == 0
        }
        if isNumeric { return [address] }
        do { return try await wait(for: lookUp(host, String(port)), until: deadline) } catch {
            guard case EventLoopError.system(let reason, _) = error else { throw error }
            throw EventLoopError.notResolved(host: host, reason: reason)
        }
    }

    private func lookUp(_ host: String, _ port: String) -> Ticket<[sockaddr_storage]> {
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        return request("look up \(host)") { (request: UnsafeMutablePointer<uv_getaddrinfo_t>) in
            uv_getaddrinfo(uv, request, { request, status, _ in answer(request, status) }, host, port, &hints)
        } take: { request in
            defer { uv_freeaddrinfo(request.pointee.addrinfo) }
            return sequence(first: request.pointee.addrinfo) { $0?.pointee.ai_next }.compactMap { entry in
                guard let entry = entry?.pointee, let source = entry.ai_addr else { return nil }
                var address = sockaddr_storage()
                withUnsafeMutableBytes(of: &address) {
                    $0.copyMemory(from: UnsafeRawBufferPointer(start: source, count: Int(entry.ai_addrlen)))
                }
                return address
            }
        }
    }
}
