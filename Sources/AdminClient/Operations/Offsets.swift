public import AdminProtocol
internal import LooseJSON

/// Where a group is moved to, and what of its topic.
public struct OffsetReset: Sendable {
    public var group: String
    public var topic: String
    /// Epoch milliseconds; -1 is the end of each queue.
    public var timestamp: Int
    /// Whether offsets may also move forward.
    public var isForced: Bool
    /// Whether the group's clients are of C++ before 2.0.
    public var isCplus = false
    /// The topic whose brokers are meant, where the topic has no route of its own.
    public var parent: String?

    public init(group: String, topic: String, timestamp: Int, isForced: Bool) {
        (self.group, self.topic, self.timestamp, self.isForced) = (group, topic, timestamp, isForced)
    }

    /// The topic whose route leads to the queues (`DefaultMQAdminExtImpl.resetOffsetByTimestamp`, 5.3.3).
    public var routeTopic: String {
        guard let parent, topic.hasPrefix("%LMQ%") || topic == "rmq_sys_wheel_timer" else { return topic }
        return parent
    }
}

/// A queue whose offset was moved from outside, without the group's clients (`RollbackStats.java`).
public struct Rollback: Sendable, Equatable {
    public var queue: MessageQueue
    /// The end of the queue.
    public var brokerOffset: Int
    /// Where the group was.
    public var consumerOffset: Int
    /// What the time stands for.
    public var timestampOffset: Int
    /// Where the group is now.
    public var rollbackOffset: Int
}

extension Admin {
    /// Asks brokers to move a group; each answers with the new offsets of its queues.
    public nonisolated func resetOffsets(
        _ reset: OffsetReset, on brokers: [PeerAddress]
    ) async -> [Answer<ResetOffsets>] {
        let request = InvokeBrokerToResetOffset(
            group: reset.group, topic: reset.topic, timestamp: reset.timestamp, isForce: reset.isForced,
            isCplus: reset.isCplus)
        return await broadcast(request, to: brokers)
    }

    /// The queues of a topic on one broker, with the offsets that a group has there.
    ///
    /// A group that has not read the topic is taken to stand at the beginning of each of the `readable` queues.
    public nonisolated func standing(
        of reset: OffsetReset, on broker: PeerAddress, named name: String, readable: Int
    ) async throws -> [Rollback] {
        let stats = try await send(GetConsumeStats(group: reset.group), to: broker)
        let read = stats.offsetTable.filter { $0.key.topic == reset.topic }.map { queue, offset in
            Rollback(queue, end: offset.brokerOffset.value, group: offset.consumerOffset.value)
        }
        if !read.isEmpty { return read }
        let queues = try await send(GetTopicStatsInfo(topic: reset.topic), to: broker).offsetTable
        return (0..<max(0, min(readable, queues.count))).compactMap { id in
            let queue = MessageQueue(topic: reset.topic, brokerName: name, queueId: id)
            return queues[queue].map { Rollback(queue, end: $0.maxOffset, group: $0.minOffset) }
        }
    }

    /// Moves a group in one queue by committing an offset for it; clients that are connected may overwrite it.
    public nonisolated func rollBack(
        _ standing: Rollback, _ reset: OffsetReset, on broker: PeerAddress
    ) async throws -> Rollback {
        var rollback = standing
        let queue = standing.queue
        rollback.timestampOffset =
            reset.timestamp == -1
            ? try await send(
                GetMaxOffset(topic: queue.topic, queueId: queue.queueId, brokerName: queue.brokerName), to: broker
            ).offset
            : try await send(
                SearchOffset(
                    topic: queue.topic, queueId: queue.queueId, timestamp: reset.timestamp,
                    brokerName: queue.brokerName), to: broker
            ).offset
        guard reset.isForced || rollback.timestampOffset <= standing.consumerOffset else { return rollback }
        rollback.rollbackOffset = rollback.timestampOffset
        _ = try await send(
            UpdateConsumerOffset(consumerGroup: reset.group, queue: queue, commitOffset: rollback.rollbackOffset),
            to: broker)
        return rollback
    }
}

extension Rollback {
    fileprivate init(_ queue: MessageQueue, end: Int, group offset: Int) {
        (self.queue, brokerOffset, consumerOffset) = (queue, end, offset)
        (timestampOffset, rollbackOffset) = (offset, offset)
    }
}
