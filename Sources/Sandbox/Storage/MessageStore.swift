internal import AdminProtocol
internal import CZlib
internal import EventLoop

/// The messages of a broker: the log, its queues and its index, which a master shares with its slaves.
final class MessageStore {
    private(set) var log = CommitLog()
    private var queues: [QueueKey: ConsumeQueue] = [:]
    private(set) var index = MessageIndex()
    /// Epoch milliseconds of the oldest message; -1 while there is none.
    private(set) var earliestTimestamp = -1
    /// Long polls, by the queue whose next message they wait for.
    private var polls: [QueueKey: [Poll]] = [:]

    private struct Poll {
        var ticket: Ticket<Void>
        var deadline: Deadline
        var filter: TagFilter
    }

    /// Stores a message and completes it with its places in queue and log; `storeTimestamp` is the caller's.
    func append(_ message: inout StoredMessage) {
        let key = QueueKey(topic: message.topic, queue: message.queueId)
        message.queueOffset = maxOffset(of: key)
        message.commitLogOffset = log.maxOffset
        message.bodyCRC = Self.checksum(message.body)
        let bytes = message.encoded()
        message.storeSize = bytes.count
        log.append(bytes)
        let entry = ConsumeQueue.Entry(
            offset: message.commitLogOffset, size: bytes.count, tagsCode: JavaHash.tagsCode(message.tags),
            storeTimestamp: message.storeTimestamp)
        queues[key, default: ConsumeQueue()].append(entry)
        index.add(
            topic: message.topic, uniqueKey: message.uniqueKey, keys: message.keys, offset: message.commitLogOffset,
            timestamp: message.storeTimestamp)
        if earliestTimestamp < 0 { earliestTimestamp = message.storeTimestamp }
        wake(key, tagsCode: entry.tagsCode)
    }

    func queue(_ key: QueueKey) -> ConsumeQueue? { queues[key] }

    func maxOffset(of key: QueueKey) -> Int { queues[key]?.maxOffset ?? 0 }

    /// Epoch milliseconds of a queue's message; nil outside of the queue.
    func storeTimestamp(of key: QueueKey, at offset: Int) -> Int? { queues[key]?.entry(at: offset)?.storeTimestamp }

    /// Forgets a topic's queues; the log keeps the messages, as the original does.
    func removeQueues(of topic: String) {
        queues = queues.filter { $0.key.topic != topic }
    }

    /// CRC-32 without its highest bit (`UtilAll.crc32`).
    static func checksum(_ body: [UInt8]) -> UInt32 {
        body.withUnsafeBytes { bytes in
            UInt32(crc32(0, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(bytes.count))) & 0x7FFF_FFFF
        }
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
