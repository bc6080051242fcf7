public import EventLoop
internal import Synchronization

/// A server on a free port of this machine that does to its callers what a test wants.
public final class ScriptedPeer: Sendable {
    /// What happens on one connection; it is closed when this returns.
    public typealias Behaviour = @Sendable (Socket) async throws -> Void

    private let listener: Listener
    private let behaviour: Behaviour
    private let count = Mutex(0)

    private init(_ listener: Listener, _ behaviour: @escaping Behaviour) {
        (self.listener, self.behaviour) = (listener, behaviour)
    }

    public var port: UInt16 { listener.port }
    /// `127.0.0.1:port`.
    public var text: String { "127.0.0.1:\(port)" }
    /// How many connections have been made so far.
    public var connections: Int { count.withLock { $0 } }

    /// Runs a peer for each behaviour while `body` runs.
    public static func with<Value: Sendable>(
        _ behaviours: [Behaviour], on loop: EventLoop, _ body: ([ScriptedPeer]) async throws -> Value
    ) async throws -> Value {
        var peers: [ScriptedPeer] = []
        for behaviour in behaviours { peers.append(ScriptedPeer(try await Listener.listen(on: loop), behaviour)) }
        let all = peers
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for peer in all { group.addTask { try? await peer.run() } }
            defer { group.cancelAll() }
            return try await body(all)
        }
    }

    private func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                let socket = try await listener.accept(until: .never)
                count.withLock { $0 += 1 }
                group.addTask { [behaviour] in try? await behaviour(socket) }
            }
        }
    }
}

/// An address of this machine where nothing listens.
public let deadAddress = "127.0.0.1:1"
