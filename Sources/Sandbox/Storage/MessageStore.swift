internal import AdminProtocol
internal import CZlib
internal import EventLoop

/// The messages of a broker: the log, its queues and its index.
final class MessageStore {
    /// Runs after every message that was sent here, for slaves to take it.
    var didGrow: () -> Void = {}
    var log: CommitLog
    var queues: [QueueKey: ConsumeQueue] = [:]
    var index = MessageIndex()
    /// What the log alone does not tell; nil in memory.
    let settings: SettingsJournal?
    /// Long polls, by the queue whose next message they wait for.
    private var polls: [QueueKey: [Poll]] = [:]

    private struct Poll {
        var ticket: Ticket<Void>
        var deadline: Deadline
        var filter: TagFilter
    }

    /// An empty store, in memory.
    init(retention: Retention = Retention()) { (log, settings) = (CommitLog(retention), nil) }

    /// The store in a folder.
    init(_ folder: LogFolder, _ settings: SettingsJournal, retention: Retention) throws(StorageError) {
        (log, self.settings) = (CommitLog(), settings)
        let removed = Dictionary(uniqueKeysWithValues: settings.numbers(.removed))
        log = try CommitLog(folder, retention) { message, offset in
            let topic = String(decoding: message.topic, as: UTF8.self)
            if removed.isEmpty || offset >= removed[topic] ?? 0 {
                place(message, in: QueueKey(topic: topic, queue: message.queueId), at: offset)
            }
            index.add(message, at: offset)
        }
        for (name, next) in settings.numbers(.queue) {
            guard let key = QueueKey(named: name), queues[key] == nil else { continue }
            queues[key] = ConsumeQueue(startingAt: next)
        }
    }

    /// Epoch milliseconds of the oldest message; -1 while there is none.
    var earliestTimestamp: Int { log.firstTimestamp ?? -1 }

    /// Stores a message and completes it with its places in queue and log; `storeTimestamp` is the caller's.
    ///
    /// Throws, as the original refuses it, where the disk has no room; nothing is stored then.
    func append(_ message: inout StoredMessage) throws(Refusal) {
        let key = QueueKey(topic: message.topic, queue: message.queueId)
        message.queueOffset = maxOffset(of: key)
        message.commitLogOffset = log.maxOffset
        message.bodyCRC = Self.checksum(message.body)
        let bytes = message.encoded()
        try file(bytes, key, at: message.storeTimestamp)
        message.storeSize = bytes.count
        didGrow()
    }

    /// Stores a message that another broker stored, at the same place; it has to be the next one of that log.
    func append(copy bytes: ArraySlice<UInt8>) throws {
        var reader = MessageReader(Array(bytes))
        guard let message = try reader.next() else { return }
        let key = QueueKey(topic: message.topic, queue: message.queueId)
        try file(Array(bytes), key, at: message.storeTimestamp)
    }

    private func file(_ bytes: [UInt8], _ key: QueueKey, at timestamp: Int) throws(Refusal) {
        let offset = log.maxOffset
        do throws(StorageError) { try log.append(bytes, at: timestamp) } catch {
            throw Refusal(error, folder: log.folder?.path ?? "/")
        }
        let tagsCode = bytes.withUnsafeBytes { bytes in
            StoredFields(bytes).map { stored in
                index.add(stored, at: offset)
                return place(stored, in: key, at: offset)
            }
        }
        wake(key, tagsCode: tagsCode ?? 0)
        if log.newStart(at: timestamp) != nil { removeExpired(at: timestamp) }
    }

    /// Makes a message of the log the next one of its queue; returns what filters go by.
    @discardableResult private func place(_ message: StoredFields, in key: QueueKey, at offset: Int) -> Int {
        let entry = ConsumeQueue.Entry(
            offset: offset, size: message.size, tagsCode: message.tagsCode, storeTimestamp: message.storeTimestamp)
        let place = message.queueOffset
        if queues[key, default: ConsumeQueue(startingAt: place)].maxOffset == place {
            queues[key, default: ConsumeQueue(startingAt: place)].append(entry)
        } else {
            // What was before belongs to a topic of the same name that is gone.
            queues[key] = ConsumeQueue(startingAt: place)
            queues[key]?.append(entry)
        }
        return entry.tagsCode
    }

    func queue(_ key: QueueKey) -> ConsumeQueue? { queues[key] }

    func maxOffset(of key: QueueKey) -> Int { queues[key]?.maxOffset ?? 0 }

    func minOffset(of key: QueueKey) -> Int { queues[key]?.minOffset ?? 0 }

    /// Epoch milliseconds of a queue's message; nil outside of the queue.
    func storeTimestamp(of key: QueueKey, at offset: Int) -> Int? { queues[key]?.entry(at: offset)?.storeTimestamp }

    /// CRC-32 without its highest bit (`UtilAll.crc32`).
    static func checksum(_ body: [UInt8]) -> UInt32 {
        body.withUnsafeBytes { RecordFile.checksum($0) & 0x7FFF_FFFF }
    }
}

extension MessageStore {
    /// A ticket that is redeemed when a message that passes `filter` arrives in the queue.
    func nextMessage(of key: QueueKey, passing filter: TagFilter, until deadline: Deadline) -> Ticket<Void> {
        let ticket = Ticket<Void>()
        let now = Deadline.now
        var waiting = polls[key, default: []]
        if waiting.count >= 64 { waiting.removeAll { $0.deadline < now } }
        waiting.append(Poll(ticket: ticket, deadline: deadline, filter: filter))
        polls[key] = waiting
        return ticket
    }

    private func wake(_ key: QueueKey, tagsCode: Int) {
        guard let waiting = polls[key] else { return }
        let rest = waiting.filter { poll in
            guard poll.filter.accepts(tagsCode: tagsCode) else { return true }
            poll.ticket.redeem(.success(()))
            return false
        }
        polls[key] = rest.isEmpty ? nil : rest
    }
}
