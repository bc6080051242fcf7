public import EventLoop

/// A TLS connection over a socket.
///
/// One task may read while another writes.
public actor TLSSession {
    /// What is encrypted at once: large bodies need not stand in memory twice.
    private static let portion = 256 << 10

    private let socket: Socket
    private let engine: TLSEngine
    private var isFlushing = false
    private var hasHeard = false

    init(over socket: Socket, _ engine: sending TLSEngine) { (self.socket, self.engine) = (socket, engine) }

    /// Makes the connection stand; `first` has been read from the socket already.
    ///
    /// Throws `TLSError`.
    func shakeHands(_ first: [UInt8] = [], until deadline: Deadline) async throws {
        do {
            try feed(first)
            while try await !advance(until: deadline) {
                try feed(await socket.read(until: deadline))
            }
        } catch EventLoopError.timedOut {
            throw TLSError(.timedOut)
        } catch let error as EventLoopError {
            throw TLSError(.closed, chain: ["\(error)"])
        }
    }

    private func feed(_ bytes: [UInt8]) throws {
        // An answer begins with a record of the handshake, or with an alert.
        if !hasHeard, let first = bytes.first, first != 22, first != 21 { throw TLSError(.notTLS) }
        hasHeard = hasHeard || !bytes.isEmpty
        engine.feed(bytes)
    }

    private func advance(until deadline: Deadline) async throws -> Bool {
        try await telling(until: deadline) { try engine.advance() }
    }

    /// The plain bytes that have arrived since the last read; at least one.
    ///
    /// Throws `TLSError` for what is no TLS, and `EventLoopError` for the end and for what the socket says.
    public func read(until deadline: Deadline) async throws -> [UInt8] {
        while true {
            if let bytes = try await telling(until: deadline, { try engine.read() }) { return bytes }
            if engine.isClosedByPeer { throw EventLoopError.closedByPeer }
            engine.feed(try await socket.read(until: deadline))
        }
    }

    /// Does a step, and sends what it leads to, alerts too: they tell the other side why.
    private func telling<Value>(until deadline: Deadline, _ step: () throws -> Value) async throws -> Value {
        let value: Value
        do { value = try step() } catch {
            // The step's own error says more than a failure to send the alert.
            try? await flush(until: min(deadline, .after(.seconds(1))))
            throw error
        }
        try await flush(until: deadline)
        return value
    }

    /// As a socket's.
    public func write(_ bytes: [UInt8], until deadline: Deadline) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            try engine.write(rest.prefix(Self.portion))
            rest = rest.dropFirst(Self.portion)
            try await flush(until: deadline)
        }
    }

    /// As a socket's.
    public nonisolated func abandon() { socket.abandon() }

    /// Says good-bye, where the socket takes it at once.
    public func close() async {
        engine.close()
        // There is nobody to tell: the connection ends in any case.
        try? await flush(until: .now)
    }

    /// Only one task writes, so that records keep their order; it takes along what others leave.
    private func flush(until deadline: Deadline) async throws {
        guard !isFlushing else { return }
        isFlushing = true
        defer { isFlushing = false }
        while case let bytes = engine.drain(), !bytes.isEmpty { try await socket.write(bytes, until: deadline) }
    }
}
