public import EventLoop

/// A connection, secure or not.
public enum Channel: Sendable {
    case plain(Socket)
    case secure(TLSSession)

    /// The bytes that have arrived since the last read; at least one.
    public func read(until deadline: Deadline) async throws -> [UInt8] {
        switch self {
        case .plain(let socket): try await socket.read(until: deadline)
        case .secure(let session): try await session.read(until: deadline)
        }
    }

    /// After a failure the connection is of no use: a part of `bytes` may have gone out.
    public func write(_ bytes: [UInt8], until deadline: Deadline) async throws {
        switch self {
        case .plain(let socket): try await socket.write(bytes, until: deadline)
        case .secure(let session): try await session.write(bytes, until: deadline)
        }
    }

    /// Ends reading, for those who wait for bytes, too.
    public func abandon() {
        switch self {
        case .plain(let socket): socket.abandon()
        case .secure(let session): session.abandon()
        }
    }

    /// Says good-bye, where the protocol has words for it.
    public func close() async {
        if case .secure(let session) = self { await session.close() }
    }
}
