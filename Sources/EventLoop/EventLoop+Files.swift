internal import CUV

extension EventLoop {
    /// Makes what was written to a file safe from a loss of power, in libuv's thread pool: it takes milliseconds.
    ///
    /// Goes on to its end when the task is cancelled: the file must stay open until then.
    public func synchronize(_ descriptor: CInt) async throws {
        try await here {
            let ticket: Ticket<CInt> = request("write to disk") { (request: UnsafeMutablePointer<uv_fs_t>) in
                uv_fs_fdatasync(uv, request, descriptor) { request in
                    answer(request, request.map { CInt(truncatingIfNeeded: $0.pointee.result) } ?? 0)
                }
            } take: { request in
                uv_fs_req_cleanup(request)
                return 0
            }
            _ = try await wait(for: ticket, until: .never)
        }
    }
}
