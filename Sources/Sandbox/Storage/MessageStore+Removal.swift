internal import AdminProtocol

extension MessageStore {
    /// Forgets a topic's queues; the log keeps the messages, as the original does.
    func removeQueues(of topic: String) {
        queues = queues.filter { $0.key.topic != topic }
        guard let settings else { return }
        settings.keep(.removed, topic, log.maxOffset)
        for (name, _) in settings.numbers(.queue) where QueueKey(named: name)?.topic == topic {
            settings.forget(.queue, name)
        }
    }

    /// Lets the messages go that are beyond the time or the size that was asked for (`CleanCommitLogService`).
    func removeExpired(at now: Int) {
        guard let start = log.newStart(at: now) else { return }
        index.remove(before: start)
        for key in Array(queues.keys) {
            queues[key]?.remove(before: start)
            // The log does not tell any more how far the queue has come.
            if let queue = queues[key], queue.isEmpty { settings?.keep(.queue, key.name, queue.maxOffset) }
        }
        do throws(StorageError) { try log.removeSegments(before: start) } catch { settings?.report(error) }
        for (topic, end) in settings?.numbers(.removed) ?? [] where end <= start { settings?.forget(.removed, topic) }
    }

    /// Forgets what stands from a byte of the log on.
    func truncate(to end: Int) {
        do throws(StorageError) { try log.truncate(to: end) } catch { settings?.report(error) }
        for key in Array(queues.keys) { queues[key]?.truncate(to: end) }
        index.truncate(to: end)
    }
}

extension QueueKey {
    /// As settings name it: `TopicTest/3`.
    var name: String { "\(topic)/\(queue)" }

    init?(named name: String) {
        guard let end = name.lastIndex(of: "/"), let queue = Int(name[name.index(after: end)...]) else { return nil }
        self.init(topic: String(name[..<end]), queue: queue)
    }
}

extension Refusal {
    /// What a broker says that cannot store a message (`SendMessageProcessor.handlePutMessageResult`).
    init(_ error: StorageError, folder: String) {
        let ratio = FileSystem.usedRatio(of: folder)
        let hundredths = Int((ratio * 100).rounded())
        let digits = " \(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
        self.init(
            .serviceNotAvailable,
            "service not available now. It may be caused by one of the following reasons: the broker's disk is full "
                + "[CL: \(digits) CQ: \(digits) INDEX: \(digits)], messages are put to the slave, message store has "
                + "been shut down, etc.")
    }
}
