import AdminProtocol

/// Which brokers get logical queues, and which lose some; no broker does both.
struct StaticTopicMove: Sendable, Equatable {
    var mapIn: Set<String> = []
    var mapOut: Set<String> = []
    /// The numbers of the logical queues that move.
    var queues: [Int] = []
}

extension StaticTopicState {
    /// Moves logical queues so that `targets`, and only they, lead them, evenly; as few as possible move.
    ///
    /// `now` is in epoch milliseconds. Where a queue's new stretch begins is left open: it is decided when its old leader
    /// takes no more messages (`TopicQueueMappingUtils.remappingStaticTopic`).
    mutating func move(to targets: Set<String>, now: Int) throws -> StaticTopicMove {
        guard let (oldEpoch, total) = try agreement() else { throw StaticTopicError("no broker has topic '\(topic)'") }
        let queues = try checkedQueues()
        let epoch = max(oldEpoch &+ 1000, now)
        var move = StaticTopicMove()
        for (id, broker) in try assignment(of: queues, to: targets).sorted(by: { $0.key < $1.key }) {
            guard let queue = queues[id], let last = queue.items.last, queue.leader != broker else { continue }
            move.mapIn.insert(broker)
            move.mapOut.insert(queue.leader)
            move.queues.append(id)
            let physical = addQueue(on: broker, epoch: epoch, queues: total)
            let item = LogicQueueItem(gen: last.gen &+ 1, queueId: physical, brokerName: broker, logicOffset: -1)
            for name in [broker, queue.leader] { shares[name]?.mapping.hostedQueues[id] = queue.items + [item] }
        }
        seal(epoch: epoch, queues: total)
        guard try checkedQueues().values.allSatisfy({ targets.contains($0.leader) }) else {
            throw StaticTopicError("a queue would be led by a broker that is not meant")
        }
        return move
    }

    /// The broker that shall lead each queue: its leader, as long as that one's share is not full.
    private func assignment(of queues: [Int: LogicQueue], to targets: Set<String>) throws -> [Int: String] {
        let before = Dictionary(queues.values.map { ($0.leader, 1) }, uniquingKeysWith: +)
        var dealer = QueueDealer(counts: Dictionary(targets.map { ($0, 0) }) { first, _ in first }, before: before)
        var random = SystemRandomNumberGenerator()
        for _ in queues {
            guard dealer.next(using: &random) != nil else { throw StaticTopicError("no broker to move queues to") }
        }
        var room = dealer.counts
        var assigned: [Int: String] = [:]
        var waiting: [Int] = []
        for queue in queues.values.sorted(by: { $0.id < $1.id }) {
            if let free = room[queue.leader], free > 0 {
                assigned[queue.id] = queue.leader
                room[queue.leader] = free - 1
            } else {
                waiting.append(queue.id)
            }
        }
        let free = room.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
        for (id, broker) in zip(waiting, free) { assigned[id] = broker }
        return assigned
    }

    /// Decides where the new stretches of the queues that `broker` lost begin, from where its queues end: at the next
    /// multiple of 10,000 that leaves room for messages still under way.
    mutating func placeNewStretches(leaving broker: String, offsets: [MessageQueue: TopicOffset]) throws {
        for (id, items) in (shares[broker]?.mapping.hostedQueues ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard var new = items.last, new.logicOffset < 0, let old = items.dropLast().last else { continue }
            // A broker that lost a queue earlier is not told where the next stretch began: its leader knows better.
            guard shares[new.bname]?.mapping.hostedQueues[id] == items else { continue }
            let physical = MessageQueue(topic: topic, brokerName: old.bname, queueId: old.queueId)
            guard let end = offsets[physical]?.maxOffset, end >= old.startOffset else {
                throw StaticTopicError("broker '\(old.bname)' does not say where its queue \(old.queueId) ends")
            }
            new.logicOffset = Self.roundedUp(old.logicalOffset(of: end))
            let placed = items.dropLast() + [new]
            shares[new.bname]?.mapping.hostedQueues[id] = Array(placed)
            shares[broker]?.mapping.hostedQueues[id] = Array(placed)
        }
    }

    /// `TopicQueueMappingUtils.blockSeqRoundUp`, in blocks of 10,000: at least half a block beyond `offset`.
    static func roundedUp(_ offset: Int) -> Int {
        let block = 10_000
        let (quotient, rest) = offset.quotientAndRemainder(dividingBy: block)
        return (quotient &+ (rest < block / 2 ? 1 : 2)) &* block
    }
}
