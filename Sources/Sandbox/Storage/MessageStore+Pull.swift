internal import AdminProtocol

/// What a pull brought (`GetMessageResult.java`).
struct PulledMessages {
    /// RocketMQ's own names, which answers carry as their remark (`GetMessageStatus.java`).
    enum Status: String {
        case found = "FOUND"
        case noMatch = "NO_MATCHED_MESSAGE"
        case emptyQueue = "NO_MESSAGE_IN_QUEUE"
        case noQueue = "NO_MATCHED_LOGIC_QUEUE"
        case atEnd = "OFFSET_OVERFLOW_ONE"
        case beyondEnd = "OFFSET_OVERFLOW_BADLY"
        case beforeStart = "OFFSET_TOO_SMALL"
        case reset = "OFFSET_RESET"
    }

    var status: Status
    var nextOffset: Int
    var minOffset = 0
    var maxOffset = 0
    var count = 0
    /// Stored messages, end to end.
    var messages: [UInt8] = []

    /// `PullMessageProcessor.composeResponseHeader`.
    func code(from offset: Int) -> ResponseCode {
        switch status {
        case .found: .success
        case .noMatch: .pullRetryImmediately
        case .emptyQueue, .noQueue: offset == 0 ? .pullNotFound : .pullOffsetMoved
        case .atEnd: .pullNotFound
        case .beyondEnd, .beforeStart, .reset: .pullOffsetMoved
        }
    }
}

extension MessageStore {
    /// Bytes that one pull brings at most, but for a longer first message (`maxTransferBytesOnMessageInMemory`).
    private static let pullLimit = 256 << 10
    /// Messages that one pull brings at most (`maxTransferCountOnMessageInMemory`).
    private static let pullCount = 32
    /// Queue entries that one pull looks at at most (`maxFilterMessageSize` of 16,000 bytes, 20 an entry).
    private static let scanLimit = 800

    /// Messages of a queue from `offset` on that pass the filter.
    func pull(_ key: QueueKey, from offset: Int, limit: Int, _ filter: TagFilter) -> PulledMessages {
        guard let queue = queue(key), queue.maxOffset > 0 else {
            return PulledMessages(status: .emptyQueue, nextOffset: 0)
        }
        var result = PulledMessages(status: .noMatch, nextOffset: offset)
        (result.minOffset, result.maxOffset) = (queue.minOffset, queue.maxOffset)
        if offset < queue.minOffset {
            (result.status, result.nextOffset) = (.beforeStart, queue.minOffset)
        } else if offset == queue.maxOffset {
            result.status = .atEnd
        } else if offset > queue.maxOffset {
            (result.status, result.nextOffset) = (.beyondEnd, queue.maxOffset)
        } else {
            collect(from: queue, limit: max(1, min(limit, Self.pullCount)), filter, into: &result)
        }
        return result
    }

    private func collect(from queue: ConsumeQueue, limit: Int, _ filter: TagFilter, into result: inout PulledMessages) {
        let end = min(queue.maxOffset, result.nextOffset + Self.scanLimit)
        for offset in result.nextOffset..<end {
            guard result.count < limit, let entry = queue.entry(at: offset) else { return }
            if result.count > 0, result.messages.count + entry.size > Self.pullLimit { return }
            result.nextOffset = offset + 1
            guard filter.accepts(tagsCode: entry.tagsCode), let message = log.message(at: entry.offset) else {
                continue
            }
            result.messages += message
            result.count += 1
            result.status = .found
        }
    }
}
