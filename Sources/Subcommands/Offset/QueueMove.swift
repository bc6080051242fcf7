import AdminClient
import AdminProtocol
import CommandKit

/// How a group is moved in one queue of one broker.
struct QueueMove: Sendable {
    let reset: OffsetReset
    /// The time as the user typed it.
    let time: String
    let broker: PeerAddress
    let queueId: Int
    /// Where to; the time decides when it is nil.
    let offset: Int?

    func run(_ session: Session, _ safety: Safety) async throws -> Record<QueueReset> {
        guard queueId >= 0, offset ?? 0 >= 0 else { throw UsageError("-q and -o are not below 0") }
        let admin = session.admin
        let target = try await place(admin)
        let summary = "move group \(reset.group) in queue \(queueId) of topic \(reset.topic) to offset \(target)"
        try await session.approve(Plan(summary: summary, steps: ["broker \(broker)"]), safety)
        let commit = UpdateConsumerOffset(
            consumerGroup: reset.group, topic: reset.topic, queueId: queueId, commitOffset: target)
        _ = try await admin.send(commit, to: broker)
        if try await knowsQueues(admin) {
            var request = InvokeBrokerToResetOffset(
                group: reset.group, topic: reset.topic, timestamp: 0, isForce: false)
            (request.queueId, request.offset) = (queueId, target)
            _ = try await admin.send(request, to: broker)
        } else {
            session.notify("\(broker) is older than 5.0: clients that are connected may overwrite the offset")
        }
        let row = QueueReset(move: self, offset: target)
        return Record(row, layout: .labels([], before: row.lines))
    }

    private func place(_ admin: Admin) async throws -> Int {
        if let offset { return offset }
        let search = SearchOffset(topic: reset.topic, queueId: queueId, timestamp: reset.timestamp)
        return try await admin.send(search, to: broker).offset
    }

    /// A broker before 5.0 would take the request for one that moves every queue to the beginning.
    private func knowsQueues(_ admin: Admin) async throws -> Bool {
        do { _ = try await admin.send(GetTopicConfig(topic: reset.topic), to: broker) } catch let error as BrokerError {
            return error.code != .requestCodeNotSupported
        }
        return true
    }
}

/// One queue in which a group was moved.
struct QueueReset: TableRow {
    var move: QueueMove
    var offset: Int

    static let columns: [Column<Self>] = [
        Column(key: "group") { $0.move.reset.group },
        Column(key: "topic") { $0.move.reset.topic },
        Column(key: "queueId") { $0.move.queueId },
        Column(key: "broker") { "\($0.move.broker)" },
        Column(key: "timestamp") { $0.move.reset.timestamp },
        Column(key: "offset") { $0.offset },
    ]

    var lines: [String] {
        [
            "start reset consumer offset by specified, group[\(move.reset.group)], topic[\(move.reset.topic)], "
                + "queueId[\(move.queueId)], broker[\(move.broker)], timestamp(string)[\(move.time)], "
                + "timestamp(long)[\(move.reset.timestamp)]",
            "reset consumer offset to \(offset)",
        ]
    }
}
