public import AdminProtocol

/// A part of a queue.
public struct QueueStretch: Sendable {
    public var queue: ReadableQueue
    public var first: Int
    /// The offset behind the last message.
    public var end: Int

    public init(queue: ReadableQueue, first: Int, end: Int) {
        (self.queue, self.first, self.end) = (queue, first, end)
    }
}

/// What comes of reading a queue, in this order; a queue without messages begins and ends.
public enum QueueEvent: Sendable {
    case begins
    case pulled(PullResult)
    /// Ends the queue, not the reading.
    case fails(any Error)
    case ends
}

/// A broker's answer that would have a client ask the same again for ever.
public struct StandstillError: Error, Equatable, CustomStringConvertible {
    public var queue: MessageQueue
    public var offset: Int

    public var description: String {
        "\(queue.brokerName): queue \(queue.queueId) of '\(queue.topic)' does not go on behind offset \(offset)"
    }
}

extension Admin {
    /// Reads queues one after the other; `visit` sees them in order.
    ///
    /// While one batch is being visited, the next one of its queue and the first ones of a few queues behind it are
    /// under way: memory holds that many batches, however long the queues are. What `visit` throws ends the reading.
    public nonisolated func read(
        _ stretches: [QueueStretch], _ terms: PullTerms, ahead: Int = 4,
        visit: (_ index: Int, QueueEvent) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Batch.self) { group in
            defer { group.cancelAll() }
            var early: [Int: Batch] = [:]
            var started = 0
            for index in stretches.indices {
                while started < min(index + ahead, stretches.count) {
                    let stretch = stretches[started]
                    if stretch.first < stretch.end { pull(stretch, started, from: stretch.first, terms, in: &group) }
                    started += 1
                }
                try visit(index, .begins)
                var next: Int? = stretches[index].first < stretches[index].end ? stretches[index].first : nil
                while let offset = next {
                    while early[index] == nil, let batch = try await group.next() { early[batch.index] = batch }
                    guard let batch = early.removeValue(forKey: index) else { break }
                    let event = batch.event(at: offset, of: stretches[index])
                    next = event.next
                    if let next { pull(stretches[index], index, from: next, terms, in: &group) }
                    try visit(index, event.event)
                }
                try visit(index, .ends)
            }
        }
    }

    private nonisolated func pull(
        _ stretch: QueueStretch, _ index: Int, from offset: Int, _ terms: PullTerms,
        in group: inout ThrowingTaskGroup<Batch, any Error>
    ) {
        let count = min(terms.batch, stretch.end - offset)
        group.addTask {
            do {
                return Batch(
                    index: index,
                    result: .success(try await self.pull(stretch.queue, from: offset, atMost: count, terms)))
            } catch { return Batch(index: index, result: .failure(error)) }
        }
    }
}

/// What one request brought for the queue of this index.
private struct Batch: Sendable {
    var index: Int
    var result: Result<PullResult, any Error>

    /// What is to be visited, and where the queue goes on.
    func event(at offset: Int, of stretch: QueueStretch) -> (event: QueueEvent, next: Int?) {
        switch result {
        case .failure(let error): return (.fails(error), nil)
        case .success(let pulled):
            let goesOn = pulled.status == .found || pulled.status == .noMatchedMessage
            guard goesOn, pulled.nextBeginOffset < stretch.end else { return (.pulled(pulled), nil) }
            guard pulled.nextBeginOffset > offset else {
                return (.fails(StandstillError(queue: stretch.queue.queue, offset: offset)), nil)
            }
            return (.pulled(pulled), pulled.nextBeginOffset)
        }
    }
}
