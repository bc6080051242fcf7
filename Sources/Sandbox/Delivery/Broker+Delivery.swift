internal import AdminProtocol

/// Brings messages that have waited to their queues (`ScheduleMessageService.java`, `TimerMessageStore.java` 5.3.3).
extension Broker {
    /// Messages that are delivered before clients have a turn.
    private static let turn = 500
    /// Milliseconds after which a broker tries again to store what it could not.
    private static let pauseAfterFailure = 1_000

    /// Delivers the messages of all delay levels that are due; says in how many milliseconds the next one is.
    func deliverDelayed(at now: Int) -> Int? {
        let levels = delayLevels
        return (0..<levels.count).compactMap { queue in
            deliver(from: QueueKey(topic: Self.scheduleTopic, queue: queue), waiting: levels.delay(of: queue + 1), now)
        }.min()
    }

    private func deliver(from key: QueueKey, waiting delay: Int, _ now: Int) -> Int? {
        guard let queue = store.queue(key) else { return nil }
        let start = max(queue.minOffset, waiting.offsets[key.queue] ?? 0)
        guard start < queue.maxOffset else { return nil }
        for offset in start..<min(queue.maxOffset, start + Self.turn) {
            if let entry = queue.entry(at: offset) {
                let rest = entry.storeTimestamp + delay - now
                if rest > 0 { return rest }
                guard deliver(at: entry.offset) else { return Self.pauseAfterFailure }
            }
            waiting.advance(key.queue, to: offset + 1)
        }
        return 0
    }

    /// Delivers the messages whose own time has come; says in how many milliseconds the next one's does.
    func deliverTimed(at now: Int) -> Int? {
        for _ in 0..<Self.turn {
            guard let next = waiting.next else { return nil }
            if next.due > now { return next.due - now }
            guard deliver(at: next.offset, [(MessageProperty.timerDequeued, "\(now)")]) else {
                return Self.pauseAfterFailure
            }
            waiting.removeNext()
        }
        return 0
    }

    /// Stores a message anew, in the queue that it was meant for; false when the store does not take it now.
    ///
    /// It keeps the properties that made it wait, as the original writes them.
    private func deliver(at offset: Int, _ news: [(name: String, value: String?)] = []) -> Bool {
        guard var message = storedMessage(at: offset), let topic = message.properties[MessageProperty.realTopic],
            let queue = message.properties[MessageProperty.realQueue].flatMap({ Int($0) })
        else { return true }
        // A half message that was to wait is lost in the original, too.
        if topic == Self.halfTopic { return true }
        if !news.isEmpty { message.edit(news) }
        (message.topic, message.queueId) = (topic, queue)
        (message.storeTimestamp, message.storeHost) = (options.clock.now, host)
        do { try append(&message) } catch { return false }
        return true
    }

    /// Stores a message that a broker already has, with other properties, where it belongs now.
    func restore(_ message: inout StoredMessage) throws {
        (message.storeTimestamp, message.storeHost) = (options.clock.now, host)
        try put(&message)
    }

    /// The message at a byte offset of the log; nil where none begins.
    func storedMessage(at offset: Int) -> StoredMessage? {
        store.log.message(at: offset).flatMap { try? MessageReader.messages(in: Array($0)).first }
    }
}
