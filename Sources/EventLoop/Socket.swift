internal import CUV

/// A TCP connection that closes itself.
public final class Socket: Sendable {
    let loop: EventLoop
    // Touched on the loop's thread only: by libuv's callbacks, and under `here`.
    nonisolated(unsafe) let tcp: Handle<uv_tcp_t>
    private nonisolated(unsafe) let inbox = Inbox()
    private var stream: UnsafeMutablePointer<uv_stream_t> { tcp.raw.cast() }

    init(on loop: EventLoop) throws {
        self.loop = loop
        tcp = try Handle(owner: inbox) { uv_tcp_init(loop.uv, $0) }
        uv_tcp_nodelay(tcp.raw, 1)
    }

    deinit {
        nonisolated(unsafe) let tcp = tcp
        loop.perform { tcp.close() }
    }

    /// Tries each address that `host` stands for.
    public static func connect(host: String, port: UInt16, on loop: EventLoop, until deadline: Deadline) async throws
        -> Socket
    {
        try await loop.here {
            var failure: any Error = EventLoopError.closedByPeer
            let addresses = try await loop.addresses(of: host, port: port, until: deadline)
            for (index, address) in addresses.enumerated() {
                // An address that nobody answers at leaves time for the others.
                let share = Deadline.after(deadline.remaining / (addresses.count - index))
                do {
                    let socket = try Socket(on: loop)
                    try await loop.wait(for: socket.connect(to: address), until: min(share, deadline))
                    try socket.start()
                    return socket
                } catch let error as EventLoopError {
                    failure = error
                }
            }
            throw failure
        }
    }

    /// After a failure the connection is of no use: a part of `bytes` may have gone out.
    public func write(_ bytes: [UInt8], until deadline: Deadline) async throws {
        try await loop.here {
            let sent = Int(bytes.withBuffer { uv_try_write(stream, $0, 1) })
            if sent == bytes.count { return }
            if sent < 0, sent != UV_EAGAIN.rawValue { try check(CInt(sent), "write") }
            try await loop.wait(for: queue(bytes.dropFirst(max(0, sent))), until: deadline)
        }
    }

    /// The bytes that have arrived since the last read; at least one.
    public func read(until deadline: Deadline) async throws -> [UInt8] {
        try await loop.here {
            while true {
                if let bytes = try inbox.take() { return bytes }
                try start()
                try await loop.wait(for: inbox.next(), until: deadline)
            }
        }
    }

    /// Ends reading, for those who wait for bytes, too, so that the connection can be let go of.
    public func abandon() { loop.perform { self.inbox.fail(UV_ECANCELED.rawValue) } }

    /// False if nobody is at the door.
    func accept(from server: UnsafeMutablePointer<uv_stream_t>) throws -> Bool {
        let status = uv_accept(server, stream)
        if status == UV_EAGAIN.rawValue { return false }
        try check(status, "accept")
        try start()
        return true
    }

    private func connect(to address: sockaddr_storage) -> Ticket<Void> {
        var address = address
        return request("connect") { (request: UnsafeMutablePointer<uv_connect_t>) in
            withUnsafeMutablePointer(to: &address) { uv_tcp_connect(request, tcp.raw, $0.cast()) { answer($0, $1) } }
        } take: { _ in
        }
    }

    private func queue(_ bytes: ArraySlice<UInt8>) -> Ticket<Void> {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        return request("write") { (request: UnsafeMutablePointer<uv_write_t>) in
            var buffer = uv_buf_t(base: copy.baseAddress?.cast(), len: copy.count)
            return uv_write(request, stream, &buffer, 1) { answer($0, $1) }
        } take: { _ in
            copy.deallocate()
        }
    }

    /// Reads from now on; stops by itself when nobody takes what arrives.
    private func start() throws {
        let status = uv_read_start(stream) { handle, _, buffer in
            // One buffer for all sockets: libuv reads into it and calls back before it asks again.
            guard let scratch = EventLoop.of(handle?.pointee.loop)?.scratch else { return }
            buffer?.pointee = uv_buf_t(base: scratch.baseAddress, len: scratch.count)
        } _: { stream, count, buffer in
            Inbox.of(stream)?.receive(buffer?.pointee.base, count, on: stream)
        }
        if status != UV_EALREADY.rawValue { try check(status, "read") }
    }
}

/// What has arrived on a socket and was not read yet.
private final class Inbox: Arrivals {
    private static let limit = 1 << 20
    private var bytes: [UInt8] = []
    private var end: CInt = 0

    func fail(_ status: CInt) {
        (bytes, end) = ([], status)
        announce()
    }

    func take() throws -> [UInt8]? {
        if !bytes.isEmpty {
            defer { bytes = [] }
            return bytes
        }
        if end == UV_EOF.rawValue { throw EventLoopError.closedByPeer }
        try check(end, "read")
        return nil
    }

    func receive(_ start: UnsafeMutablePointer<CChar>?, _ count: Int, on stream: UnsafeMutablePointer<uv_stream_t>?) {
        if count == 0 { return }
        if count < 0 { end = CInt(count) } else { bytes += UnsafeRawBufferPointer(start: start, count: count) }
        if bytes.count > Self.limit { uv_read_stop(stream) }
        announce()
    }
}

extension [UInt8] {
    fileprivate func withBuffer<Result>(_ body: (UnsafePointer<uv_buf_t>) -> Result) -> Result {
        withUnsafeBytes { bytes in
            let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var buffer = uv_buf_t(base: start, len: bytes.count)
            return body(&buffer)
        }
    }
}
