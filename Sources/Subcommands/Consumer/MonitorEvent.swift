import AdminProtocol
import CommandKit

/// Something that `startMonitoring` saw.
struct MonitorEvent: TableRow {
    enum Event: Sendable {
        case beginRound, endRound
        /// Messages that wait: in all topics' queues, in the fullest queue, and milliseconds that the group is behind.
        case undone(topic: String, total: Int, fullest: Int, delay: Int)
        case subscriptionsDiffer
        case stuck(StuckQueue)
        /// A group asked for messages that were deleted already, noted at a time in epoch milliseconds.
        case deleted(OffsetMovedEvent, timestamp: Int)
    }

    var event: Event
    var group: String?

    static let columns: [Column<Self>] = [
        Column(key: "event") { $0.name },
        Column(key: "group") { $0.group },
        Column(key: "topic") { $0.topic },
        Column(key: "total") { $0.undone?.total },
        Column(key: "fullestQueue") { $0.undone?.fullest },
        Column(key: "delayMilliseconds") { $0.undone?.delay },
        Column(key: "clientId") { $0.stuckQueue?.clientId },
        Column(key: "brokerName") { $0.queue?.brokerName },
        Column(key: "queueId") { $0.queue?.queueId },
        Column(key: "problem") { $0.stuckQueue?.problem.rawValue },
        Column(key: "stuckMilliseconds") { $0.stuckQueue?.milliseconds },
        Column(key: "offsetRequest") { $0.deletion?.event.offsetRequest },
        Column(key: "offsetNew") { $0.deletion?.event.offsetNew },
        Column(key: "timestamp") { $0.deletion?.timestamp },
    ]

    /// As `DefaultMonitorListener` logs it.
    var line: String {
        let group = group ?? "null"
        return switch event {
        case .beginRound: "[MONITOR] =========================================beginRound"
        case .endRound: "[MONITOR] =========================================endRound"
        case .undone(let topic, let total, let fullest, let delay):
            "[MONITOR] reportUndoneMsgs: UndoneMsgs [consumerGroup=\(group), topic=\(topic), "
                + "undoneMsgsTotal=\(total), undoneMsgsSingleMQ=\(fullest), undoneMsgsDelayTimeMills=\(delay)]"
        case .subscriptionsDiffer:
            "[MONITOR]  [NOTIFY] reportConsumerRunningInfo: ConsumerGroup: \(group), Subscription different"
        case .stuck(let queue):
            "[MONITOR]  [NOTIFY] reportConsumerRunningInfo: ConsumerGroup: \(group), ClientId: \(queue.clientId), "
                + queue.text
        case .deleted(let event, let timestamp):
            "[MONITOR] reportDeleteMsgsEvent: DeleteMsgsEvent [offsetMovedEvent=OffsetMovedEvent "
                + "[consumerGroup=\(group), messageQueue=\(event.messageQueue), offsetRequest=\(event.offsetRequest), "
                + "offsetNew=\(event.offsetNew)], eventTimestamp=\(timestamp)]"
        }
    }
}

extension MonitorEvent {
    fileprivate var name: String {
        switch event {
        case .beginRound: "beginRound"
        case .endRound: "endRound"
        case .undone: "undoneMessages"
        case .subscriptionsDiffer: "subscriptionsDiffer"
        case .stuck: "stuckQueue"
        case .deleted: "deletedMessages"
        }
    }

    fileprivate var topic: String? { undone?.topic ?? queue?.topic }

    fileprivate var queue: MessageQueue? { stuckQueue?.queue ?? deletion?.event.messageQueue }

    fileprivate var stuckQueue: StuckQueue? { if case .stuck(let queue) = event { queue } else { nil } }

    fileprivate var undone: (topic: String, total: Int, fullest: Int, delay: Int)? {
        if case .undone(let topic, let total, let fullest, let delay) = event {
            (topic, total, fullest, delay)
        } else {
            nil
        }
    }

    fileprivate var deletion: (event: OffsetMovedEvent, timestamp: Int)? {
        if case .deleted(let event, let timestamp) = event { (event, timestamp) } else { nil }
    }
}
