internal import EventLoop
internal import Remoting

/// What a broker does without being asked, and what wakes it for that.
final class Errands {
    private var bell = Ticket<Void>()
    private var addressees: Set<Int> = []
    /// When silent clients were looked for, in epoch milliseconds.
    var lastScan = 0

    /// Makes the broker look what there is to do.
    func ring() { bell.redeem(.success(())) }

    /// Tells a client something that it does not answer.
    func tell(_ client: Peer, _ news: Frame) {
        client.tell(news)
        addressees.insert(client.id)
        ring()
    }

    /// What is redeemed when there is something to do, from now on.
    func begin() -> Ticket<Void> {
        bell = Ticket()
        return bell
    }

    /// The connections that have something to write.
    func takeAddressees() -> Set<Int> {
        defer { addressees = [] }
        return addressees
    }
}
