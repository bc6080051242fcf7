internal import AdminProtocol
internal import EventLoop

/// Where a broker's handlers leave what the name servers have to hear soon.
final class RegistrationDesk {
    private var topics: [TopicConfig] = []
    private var hasNewRole = false
    private var waiting: [() -> Void] = []
    private var bell = Ticket<Void>()
    private(set) var isClosing = false
    /// Whether the broker ends without a word to anybody.
    private(set) var isKilled = false
    /// How often the name servers have been told something.
    private(set) var rounds = 0
    /// Redeemed when the name servers have been told of the broker for the first time.
    let started = Ticket<Void>()
    /// Redeemed when they have been told that it is gone.
    let gone = Ticket<Void>()

    /// The ticket is redeemed when the name servers have heard of the topic, or could not be told.
    func announce(_ topic: TopicConfig) -> Ticket<Void> {
        topics.append(topic)
        let ticket = Ticket<Void>()
        waiting.append { ticket.redeem(.success(())) }
        bell.redeem(.success(()))
        return ticket
    }

    /// `done` runs when the name servers know what the broker is from now on, or could not be told.
    func announceRole(then done: @escaping () -> Void) {
        hasNewRole = true
        waiting.append(done)
        bell.redeem(.success(()))
    }

    /// Makes the broker unregister and stop.
    func close() {
        isClosing = true
        bell.redeem(.success(()))
    }

    /// Makes the broker stop as if its process had been killed.
    func kill() {
        isKilled = true
        close()
    }

    /// What is redeemed when there is something to do.
    var doorbell: Ticket<Void> { bell }

    /// The topics to tell of, all of them when there are none, and what to do then.
    func take() -> (topics: [TopicConfig], waiting: [() -> Void]) {
        defer { (topics, hasNewRole, waiting, bell, rounds) = ([], false, [], Ticket<Void>(), rounds + 1) }
        return (hasNewRole ? [] : topics, waiting)
    }
}
