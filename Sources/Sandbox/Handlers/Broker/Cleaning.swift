internal import AdminProtocol

/// What deletes what is not needed any more. A topic's queues go with the topic here, and entries of queues with the
/// messages that they stand for: of the former there is nothing to delete, as on brokers of which nothing has expired.
extension Broker {
    static let cleaningHandlers: [Handler<Broker>] = [
        .on(CleanExpiredConsumeQueue.self) { _, _, _ in Empty() },
        .on(CleanUnusedTopics.self) { _, _, _ in Empty() },
        .on(DeleteExpiredCommitLog.self) { broker, _, _ in
            broker.store.removeExpired(at: broker.options.clock.now)
            return Empty()
        },
    ]
}
