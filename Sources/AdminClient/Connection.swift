internal import AdminProtocol
internal import EventLoop
internal import Remoting
internal import Synchronization
internal import TLS

/// A connection to one peer, shared by every request to it; the peer's answers find their requests by `opaque`.
///
/// Requests may be made before the connection stands: they go out as soon as it does.
actor Connection {
    nonisolated let address: PeerAddress
    /// Where it is reached, mostly at the address; the first that connects is taken.
    let destinations: [PeerAddress]
    /// Destinations that could not be connected to.
    var attempts: [ConnectError.Attempt] = []
    /// With whom a secure connection has been begun.
    var partner: PeerAddress?
    private nonisolated let ended = Atomic(false)
    let loop: EventLoop
    let limit: Duration
    let security: TLSClient?
    private let observe: (@Sendable (PeerAddress, Frame) -> Void)?
    private var channel: Channel?
    /// Whether the peer has sent anything.
    private var hasHeard = false
    private var waiting: [Int32: Ticket<Frame>] = [:]
    private var outbox: [UInt8] = []
    private var isFlushing = false
    private var lastOpaque: Int32 = 0
    private var failure: (any Error)?

    /// The settings' time-out bounds the time to connect.
    init(to address: PeerAddress, at destinations: [PeerAddress], on loop: EventLoop, _ settings: Admin.Settings) {
        (self.address, self.destinations, self.loop) = (address, destinations, loop)
        (limit, observe, security) = (settings.timeout, settings.observe, settings.security)
    }

    /// Whether the connection has failed, so that the next request needs a new one.
    nonisolated var hasEnded: Bool { ended.load(ordering: .relaxed) }

    /// Connects, then hands answers to their requests until the connection or the task ends.
    func run() async {
        do {
            let channel = try await connect()
            self.channel = channel
            try await flush(until: .after(limit))
            try await receive(from: channel)
        } catch {
            let channel = channel
            fail(error)
            await channel?.close()
        }
    }

    private func receive(from channel: Channel) async throws {
        var decoder = FrameDecoder()
        do {
            while true {
                decoder.append(try await channel.read(until: .never))
                hasHeard = true
                while let frame = try decoder.next() {
                    observe?(address, frame)
                    // Servers number what they tell their clients, too.
                    if frame.kind != .response { continue }
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
        channel = nil
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
            if channel == nil, failure == nil { throw lateError(waited) }
            throw RemotingError(address: address, request: code, reason: .timedOut(waited))
        } catch EventLoopError.closedByPeer {
            let isMute = !hasHeard && security == nil
            throw RemotingError(address: address, request: code, reason: isMute ? .hungUp : .closed)
        } catch let error as TLSError {
            throw tlsError(error, waited)
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
        if channel != nil { try await flush(until: deadline) }
        return try await loop.value(of: ticket, until: deadline)
    }

    private func enqueue(_ request: Frame) -> Int32 {
        var request = request
        lastOpaque &+= 1
        request.opaque = lastOpaque
        request.encode(into: &outbox)
        observe?(address, request)
        return lastOpaque
    }

    /// Writes the outbox; only one task writes, so that frames never interleave.
    private func flush(until deadline: Deadline) async throws {
        guard !isFlushing, let channel else { return }
        isFlushing = true
        defer { isFlushing = false }
        do {
            while !outbox.isEmpty {
                let batch = outbox
                outbox = []
                try await channel.write(batch, until: deadline)
            }
        } catch {
            fail(error)  // Half a frame may be on the wire: nothing after it can be read.
            throw error
        }
    }
}
