import AdminClient
import AdminProtocol
import CommandKit

/// What `consumeMessage` reads of each queue, so that there are no more messages than were asked for.
struct QueueShares: Sendable {
    struct Share: Sendable {
        var stretch: QueueStretch
        /// Says that there would have been more.
        var note: String?
    }

    var all: [Share] = []
    var failures: [Failure] = []

    /// Shares `count` out over queues in their order (`ConsumeMessageCommand.executeDefault`).
    ///
    /// RocketMQ's tool reads one offset further than a queue goes, and counts it: an empty queue takes one too.
    init(of results: [(queue: ReadableQueue, range: Result<Range, any Error>)], count: Int) {
        var left = count
        for (queue, result) in results {
            guard left > 0 else { return }
            switch result {
            case .failure(let error):
                failures.append(Failure("\(queue.queue.brokerName):\(queue.queue.queueId)", error))
            case .success(let range):
                var share = Share(stretch: QueueStretch(queue: queue, first: range.first, end: range.end + 1))
                if range.end - range.first > left {
                    share.note = "The older \(left) message of the \(queue.queue.queueId) queue will be provided"
                    share.stretch.end = range.first + left
                    left = 0
                } else {
                    left -= range.end - range.first + 1
                }
                all.append(share)
            }
        }
    }

    /// `count` messages of one queue (`ConsumeMessageCommand.executeByCondition`).
    init(of queue: ReadableQueue, _ range: Range, from offset: Int, count: Int) {
        let first = max(range.first, offset)
        var share = Share(stretch: QueueStretch(queue: queue, first: first, end: range.end + 1))
        if offset > range.end {
            share.note = "\(queue.queue.javaDescription) no matched msg, offset=\(offset)"
        } else if range.end - first > count {
            share.note = "The oldler \(count) message will be provided"
            share.stretch.end = first + count
        }
        all = [share]
    }

    typealias Range = (first: Int, end: Int)
}

extension ConsumeMessage {
    func check(now: Int) throws(UsageError) {
        if count <= 0 { throw UsageError("-c is \(count): at least one message has to be read") }
        if queueId != nil, broker == nil { throw UsageError("a queue needs its broker: add -b") }
        if offset != nil, queueId == nil { throw UsageError("an offset needs its queue: add -b and -i") }
        if let begin, begin.milliseconds > now { throw UsageError("-s is a time to come") }
        if let end, end.milliseconds > now { throw UsageError("-e is a time to come") }
        if let begin, let end, begin.milliseconds > end.milliseconds { throw UsageError("-e lies before -s") }
    }

    func shares(_ admin: Admin) async throws -> QueueShares {
        let (begin, end) = (begin?.milliseconds, end?.milliseconds)
        if let broker, let queueId {
            let name = MessageQueue(topic: topic.text, brokerName: broker.text, queueId: queueId)
            let queue = try await admin.readableQueue(name)
            let range = try await admin.range(of: queue, from: begin, to: end)
            return QueueShares(of: queue, range, from: offset ?? 0, count: count)
        }
        // Which queues are read depends on their order, so that it has to be that of RocketMQ's tool.
        let route = try await admin.route(of: topic.text).readableQueues(of: topic.text)
        let queues = JavaHash.setOrder(route) { $0.queue }.filter {
            broker == nil || $0.queue.brokerName == broker?.text
        }
        guard !queues.isEmpty else {
            let place = broker.map { " on '\($0.text)'" } ?? ""
            throw NotFoundError("topic '\(topic.text)' has no queue that can be read\(place)")
        }
        let ranges = await admin.gather(queues) { try await admin.range(of: $0, from: begin, to: end) }
        let shares = QueueShares(of: Array(zip(queues, ranges)).map { ($0, $1) }, count: count)
        if shares.all.isEmpty { _ = try Outcomes(queues.map(\.queue.javaDescription), ranges) }
        return shares
    }
}
