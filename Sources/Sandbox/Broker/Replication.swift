internal import EventLoop

/// The brokers of one name that run, and how the log of the master comes to the others (`HAService.java` 5.3.3).
final class Replication {
    /// A send that is answered when enough slaves have it.
    private struct Waiting {
        var end: Int
        var count: Int
        var ticket: Ticket<Void>
    }

    /// Bytes that a slave takes at a time, so that others have a turn.
    static let batch = 1 << 20
    private var references: [BrokerReference] = []
    private var waiting: [Waiting] = []

    var members: [Broker] { references.map(\.broker) }

    var master: Broker? { references.first { $0.broker.isMaster }?.broker }

    /// By id.
    var slaves: [Broker] { members.filter { !$0.isMaster }.sorted { $0.id < $1.id } }

    func join(_ broker: Broker) {
        if !references.contains(where: { $0.broker === broker }) { references.append(BrokerReference(broker: broker)) }
        announce()
    }

    func leave(_ broker: Broker) {
        references.removeAll { $0.broker === broker }
        announce()
    }

    /// Tells slaves that there is more in the log, or another master.
    func announce() {
        for member in references where !member.broker.isMaster { member.broker.replica.ring() }
    }

    /// Gives a slave more of the master's log; says whether that was not all.
    func advance(_ slave: Broker) throws -> Bool {
        guard let master, master !== slave else { return false }
        let ends = (own: slave.store.log.maxOffset, masters: master.store.log.maxOffset)
        let common =
            slave.replica.align(with: master.replica, ends: ends) ?? slave.store.log.end(like: master.store.log)
        if common < ends.own { slave.store.truncate(to: common) }
        var end = common
        while end < common + Self.batch, let message = master.store.log.message(at: end) {
            try slave.store.append(copy: message)
            end += message.count
        }
        settle()
        guard end == ends.masters else { return end > common }
        slave.replica.behindSince = nil
        return false
    }

    /// What is redeemed when `count` slaves have the log up to `end`; nil when they have it already.
    func acknowledgement(of end: Int, by count: Int) -> Ticket<Void>? {
        if isAcknowledged(end, by: count) { return nil }
        let ticket = Ticket<Void>()
        waiting.append(Waiting(end: end, count: count, ticket: ticket))
        return ticket
    }

    private func isAcknowledged(_ end: Int, by count: Int) -> Bool {
        members.count { !$0.isMaster && $0.store.log.maxOffset >= end } >= count
    }

    private func settle() {
        if waiting.isEmpty { return }
        waiting.removeAll {
            guard isAcknowledged($0.end, by: $0.count) else { return false }
            $0.ticket.redeem(.success(()))
            return true
        }
    }
}

extension CommitLog {
    /// Up to where another log has the same messages.
    fileprivate func end(like other: CommitLog) -> Int {
        var end = max(minOffset, other.minOffset)
        while let own = message(at: end), own == other.message(at: end) { end += own.count }
        return min(end, maxOffset)
    }
}

/// A broker that the sandbox keeps, for as long as it runs: what brokers share must not keep them, too.
struct BrokerReference {
    unowned let broker: Broker
}
