public import EventLoop

/// A peer that could not be connected to: nothing was sent to it.
public struct ConnectError: Error, Equatable {
    /// A place that was tried.
    public struct Attempt: Sendable, Equatable {
        public var destination: PeerAddress
        public var reason: EventLoopError
    }

    public var address: PeerAddress
    public var reason: EventLoopError
    /// How long was waited, where the reason is a time-out.
    public var limit: Duration
    /// What was tried, in order; mostly the address itself.
    public var attempts: [Attempt] = []
    /// The name server that says that the peer is at this address.
    public var advertiser: PeerAddress?

    /// Whether the peer might have been reached later.
    public var isTimeout: Bool { reason == .timedOut }
}

extension ConnectError: CustomStringConvertible {
    /// What failed, what was tried instead, who says that the peer is there, and what mends it.
    public var description: String {
        let elsewhere = attempts.filter { $0.destination != address }
        let tried = elsewhere.map { "\($0.destination): \(words($0.reason))" }.joined(separator: ", ")
        let direct = attempts.first { $0.destination == address }?.reason ?? (tried.isEmpty ? reason : nil)
        let parts = [direct.map(words), tried.isEmpty ? nil : "tried as \(tried)", hint].compactMap(\.self)
        return "\(address): " + parts.joined(separator: "; ")
    }

    private func words(_ reason: EventLoopError) -> String {
        switch reason {
        case .timedOut: "no connection within \(limit.text)"
        case .notResolved(let host, let reason): "the name '\(host)' was not found (\(reason))"
        case .refused: "connection refused"
        case .closedByPeer: "the connection was closed at once"
        case .system(let reason, _): reason
        }
    }

    private var hint: String? {
        if attempts.contains(where: { $0.destination.port &+ 2 == address.port }) {
            return "the broker may have no VIP port: leave out --vip"
        }
        guard let advertiser else { return ownHint }
        let source = "name server \(advertiser) advertises this address"
        if attempts.contains(where: { $0.destination != address }) { return "\(source); check --addr-map" }
        if address.isLocalToItsNetwork, !address.isBeside(advertiser) {
            return "\(source), which only its own network knows: where it is a container's, --addr-map auto or "
                + "--addr-map '\(address.host)=\(advertiser.host)' helps, or brokerIP1 in the broker's configuration"
        }
        return reason == .timedOut
            ? "\(source): a firewall may be between, or a longer --timeout is needed"
            : "\(source): is the broker running there? see brokerIP1 in its configuration"
    }

    /// Where the user named the address.
    private var ownHint: String? {
        switch reason {
        case .refused: "is a server running there?"
        case .timedOut: "is the address right? a longer --timeout waits longer"
        case .notResolved: "is the name right?"
        case .closedByPeer, .system: nil
        }
    }
}
