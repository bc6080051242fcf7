internal import EventLoop
internal import Remoting

/// What a broker asks of clients that are connected to it (`Broker2Client.java`).
final class Inquiry {
    /// Redeemed when no answer is awaited any more.
    let ended = Ticket<Void>()
    /// The clients that were asked.
    let clients: [Peer]
    /// By connection; none of a client that has not answered or has gone.
    private(set) var answers: [Int: Frame] = [:]
    private var awaited: Set<Int>

    init(_ request: Frame, to clients: [Peer]) {
        (self.clients, awaited) = (clients, Set(clients.map(\.id)))
        for client in clients { client.ask(request, for: self) }
        endIfComplete()
    }

    /// Takes a client's answer; nil when the client has gone.
    func take(_ answer: Frame?, from client: Peer) {
        guard awaited.remove(client.id) != nil else { return }
        answers[client.id] = answer
        endIfComplete()
    }

    /// Whether a client has neither answered nor gone.
    func isWaiting(for client: Peer) -> Bool { awaited.contains(client.id) }

    private func endIfComplete() {
        if awaited.isEmpty { ended.redeem(.success(())) }
    }
}
