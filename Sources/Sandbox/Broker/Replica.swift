internal import AdminProtocol
internal import EventLoop

/// What a broker knows of its own copy of the log, and how it hears that there is more.
final class Replica {
    /// Under which masters the log was written; empty where the master is always the same one.
    private(set) var epochs: [EpochEntry] = []
    /// Epoch milliseconds when it was first seen to lack something, if it still does.
    var behindSince: Int?
    private var bell = Ticket<Void>()

    /// Whether something has been lacking for more than `limit` milliseconds.
    func hasBeenBehind(for limit: Int, at now: Int) -> Bool {
        behindSince = behindSince ?? now
        return now - (behindSince ?? now) > limit
    }

    /// The ticket is redeemed at the next `ring`.
    func listen() -> Ticket<Void> {
        bell = Ticket<Void>()
        return bell
    }

    func ring() { bell.redeem(.success(())) }

    /// Notes that the broker is the master from now on, once, and where its log stands.
    func begin(epoch: Int, at end: Int) {
        if let last = epochs.last {
            guard last.epoch < epoch else { return }
            epochs[epochs.count - 1].endOffset = end
        }
        epochs.append(EpochEntry(epoch: epoch, startOffset: end))
    }

    /// Takes over the master's epochs; returns up to where both logs are the same (`EpochFileCache.findConsistentPoint`),
    /// or nil where its own do not tell, as after a restart of the sandbox.
    func align(with master: Replica, ends: (own: Int, masters: Int)) -> Int? {
        let common = min(ends.own, ends.masters)
        if epochs == master.epochs { return common }
        defer { epochs = master.epochs }
        if epochs.isEmpty { return nil }
        for own in epochs.reversed() {
            guard let other = master.epochs.first(where: { $0.epoch == own.epoch }) else { continue }
            if other.startOffset == own.startOffset { return min(common, own.endOffset, other.endOffset) }
        }
        return 0
    }
}
