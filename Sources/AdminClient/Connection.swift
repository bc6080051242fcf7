internal import AdminProtocol
internal import EventLoop
internal import Remoting
internal import Synchronization

/// A connection to one peer, shared by every request to it; the peer's answers find their requests by `opaque`.
///
/// Requests may be made before the connection stands: they go out as soon as it does.
actor Connection {
    nonisolated let address: PeerAddress
    /// Where it is reached, mostly at the address; the first that connects is taken.
    private let destinations: [PeerAddress]
    /// Destinations that could not be connected to.
    private var attempts: [ConnectError.Attempt] = []
    private nonisolated let ended = Atomic(false)
    private let loop: EventLoop
    private let limit: Duration
    private var socket: Socket?
    private var waiting: [Int32: Ticket<Frame>] = [:]
    private var outbox: [UInt8] = []
    private var isFlushing = false
    private var lastOpaque: Int32 = 0
    private var failure: (any Error)?

    /// `limit` bounds the time to connect.
    init(to address: PeerAddress, at destinations: [PeerAddress], on loop: EventLoop, limit: Duration) {
        (self.address, self.destinations, self.loop, self.limit) = (address, destinations, loop, limit)
    }

    /// Whether the connection has failed, so that the next request needs a new one.
    nonisolated var hasEnded: Bool { ended.load(ordering: .relaxed) }

    /// Connects, then hands answers to their requests until the connection or the task ends.
    func run() async {
        do {
            let socket = try await connect()
            self.socket = socket
            try await flush(until: .after(limit))
            try await receive(from: socket)
        } catch {
            fail(error)
        }
    }

    private func connect() async throws -> Socket {
        let deadline = Deadline.after(limit)
        for (index, destination) in destinations.enumerated() {
            // One that nobody answers at leaves time for the next.
            let share = index < destinations.count - 1 ? Deadline.after(min(limit / 4, .seconds(1))) : deadline
            do {
                return try await Socket.connect(
                    host: destination.host, port: destination.port, on: loop, until: share)
            } catch let error as EventLoopError {
                attempts.append(ConnectError.Attempt(destination: destination, reason: error))
            }
        }
        throw connectError(attempts.last?.reason ?? .timedOut, limit)
    }

    private func connectError(_ reason: EventLoopError, _ waited: Duration) -> ConnectError {
        var error = ConnectError(address: address, reason: reason, limit: waited, attempts: attempts)
        if attempts.count < destinations.count {
            let pending = ConnectError.Attempt(destination: destinations[attempts.count], reason: reason)
            error.attempts.append(pending)
        }
        return error
    }

    private func receive(from socket: Socket) async throws {
        var decoder = FrameDecoder()
        do {
            while true {
                decoder.append(try await socket.read(until: .never))
                while let frame = try decoder.next() {
                    waiting.removeValue(forKey: frame.opaque)?.redeem(.success(frame))
                }
            }
        } catch let error as FrameError {
            throw RemotingError(address: address, request: nil, reason: .garbage(error))
        }
    }

    /// Every request that waits learns what ended the connection, as do those that come later.
    private func fail(_ error: any Error) {
        ended.store(true, ordering: .relaxed)
        failure = failure ?? error
        socket = nil
        let tickets = waiting.values
        waiting = [:]
        tickets.forEach { $0.redeem(.failure(error)) }
    }

    /// Sends a request and waits for its answer until `deadline`; `waited` is what the error says was waited.
    func exchange(_ request: Frame, until deadline: Deadline, waited: Duration) async throws -> Frame {
        let code = RequestCode(rawValue: request.code)
        do {
            return try await answer(to: request, until: deadline)
        } catch EventLoopError.timedOut {
            if socket == nil, failure == nil { throw connectError(.timedOut, waited) }
            throw RemotingError(address: address, request: code, reason: .timedOut(waited))
        } catch EventLoopError.closedByPeer {
            throw RemotingError(address: address, request: code, reason: .closed)
        } catch let error as EventLoopError {
            throw RemotingError(address: address, request: code, reason: .system(error))
        } catch var error as RemotingError {
            error.request = code
            throw error
        }
    }

    private func answer(to request: Frame, until deadline: Deadline) async throws -> Frame {
        if let failure { throw failure }
        let ticket = Ticket<Frame>()
        let opaque = enqueue(request)
        // Before the first byte goes out, because the answer may come before the next line runs.
        waiting[opaque] = ticket
        defer { waiting[opaque] = nil }
        if socket != nil { try await flush(until: deadline) }
        return try await loop.value(of: ticket, until: deadline)
    }

    private func enqueue(_ request: Frame) -> Int32 {
        var request = request
        lastOpaque &+= 1
        request.opaque = lastOpaque
        request.encode(into: &outbox)
        return lastOpaque
    }

    /// Writes the outbox; only one task writes, so that frames never interleave.
    private func flush(until deadline: Deadline) async throws {
        guard !isFlushing, let socket else { return }
        isFlushing = true
        defer { isFlushing = false }
        do {
            while !outbox.isEmpty {
                let batch = outbox
                outbox = []
                try await socket.write(batch, until: deadline)
            }
        } catch {
            fail(error)  // Half a frame may be on the wire: nothing after it can be read.
            throw error
        }
    }
}
