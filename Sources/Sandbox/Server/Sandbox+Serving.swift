internal import EventLoop
internal import Remoting
internal import TLS

/// One server of the sandbox.
enum ServiceKey: Sendable, Hashable {
    case nameServer
    case broker(Int)
    case controller(Int)
    case container
}

extension Sandbox {
    /// An answer that a connection has not taken; beyond this many bytes, nothing more is read from it.
    private static let outboxLimit = 1 << 20
    /// Requests of one connection that are answered before the other sockets have a turn.
    private static let turn = 128

    /// Accepts connections until the task is cancelled.
    func accept(at listener: Listener, for key: ServiceKey) async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                do {
                    let socket = try await listener.accept(until: .never)
                    group.addTask { await self.serve(socket, key) }
                } catch is EventLoopError {
                    // Out of descriptors, or the client left before it was greeted: neither ends the server.
                    try? await self.loop.sleep(until: .after(.milliseconds(20)))
                } catch {
                    return
                }
            }
        }
    }

    /// Answers a connection's requests until it ends, sends garbage or falls silent.
    private func serve(_ socket: Socket, _ key: ServiceKey) async {
        guard let address = try? await socket.peerAddress(), let (channel, first) = try? await greet(socket) else {
            return
        }
        lastPeer += 1
        let peer = Peer(id: lastPeer, channel: channel, address: address, of: key)
        let service = service(key)
        peers[peer.id] = peer
        defer {
            peers[peer.id] = nil
            peer.leave()
            // When the whole server ends, nobody asks it for what is left.
            if !Task.isCancelled { service.forget(peer) }
        }
        await withDiscardingTaskGroup { group in
            try? await converse(with: peer, first, service, &group)
            group.cancelAll()
        }
        await channel.close()
    }

    /// The connection as the client wants it, secure or not, and what has been read from it by then.
    private func greet(_ socket: Socket) async throws -> (Channel, [UInt8]) {
        guard let security = options.security else { return (.plain(socket), []) }
        return try await security.server.accept(socket, until: .after(options.idleLimit))
    }

    private func converse(
        with peer: Peer, _ first: [UInt8], _ service: any Service, _ group: inout DiscardingTaskGroup
    ) async throws {
        var decoder = FrameDecoder()
        var bytes = first
        while true {
            if bytes.isEmpty { bytes = try await peer.channel.read(until: .after(options.idleLimit)) }
            decoder.append(bytes)
            bytes = []
            var taken = 0
            while let frame = try decoder.next() {
                taken += 1
                // A client that asks a lot at once must not keep the others waiting.
                if taken.isMultiple(of: Self.turn) { try await loop.sleep(until: .now) }
                if let paused = handle(frame, from: peer, service) {
                    group.addTask { await self.finish(paused) }
                }
                if peer.outbox.count > Self.outboxLimit { try await flush(peer) }
            }
            try await flush(peer)
        }
    }

    /// Writes what is in the outbox, or waits while another task does; a reader that takes nothing for too long is cut off.
    func flush(_ peer: Peer) async throws {
        if peer.isFlushing {
            guard peer.outbox.count > Self.outboxLimit else { return }
            let room = Ticket<Void>()
            peer.waitingForRoom.append(room)
            return try await loop.value(of: room, until: .after(options.idleLimit))
        }
        peer.isFlushing = true
        defer {
            peer.isFlushing = false
            peer.waitingForRoom.forEach { $0.redeem(.success(())) }
            peer.waitingForRoom = []
        }
        while !peer.outbox.isEmpty {
            let batch = peer.outbox
            peer.outbox = []
            try await settle()
            try await peer.channel.write(batch, until: .after(options.idleLimit))
        }
        if peer.isCut { peer.channel.abandon() }
    }
}
