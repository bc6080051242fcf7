internal import AdminProtocol

/// What deletes files that are not needed any more. The sandbox has none: its log keeps everything, and a topic's queues
/// go with the topic. Brokers of which nothing has expired answer the same.
extension Broker {
    static let cleaningHandlers: [Handler<Broker>] = [
        .on(CleanExpiredConsumeQueue.self) { _, _, _ in Empty() },
        .on(CleanUnusedTopics.self) { _, _, _ in Empty() },
        .on(DeleteExpiredCommitLog.self) { _, _, _ in Empty() },
    ]
}
