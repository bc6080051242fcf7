import AdminProtocol
import LooseJSON
import Remoting

@testable import Sandbox

/// Messages, and how far groups have come.
extension Sandbox {
    func seedQueues(of broker: Broker, _ exchange: Exchange) throws {
        let queue = QueueKey(topic: exchange.asked("topic"), queue: Int(exchange.asked("queueId")) ?? 0)
        switch exchange.code {
        case 30: try fill(queue, to: exchange.answered("offset") ?? 0, of: broker)
        case 29:
            try seedTopic(queue.topic, of: broker)
            let time = (Int(exchange.asked("timestamp")) ?? 0) - 1
            try fill(queue, to: exchange.answered("offset") ?? 0, of: broker, at: time)
        case 10, 310: try seedSend(to: broker, exchange)
        case 14:
            broker.offsets.remove(group: exchange.asked("consumerGroup"))
            if let offset = exchange.answered("offset") {
                broker.offsets.commit(offset, of: exchange.asked("consumerGroup"), in: queue)
            }
        default: break
        }
    }

    /// The queue that a message was appended to; a delayed one waits in a queue of its level.
    private func seedSend(to broker: Broker, _ exchange: Exchange) throws {
        guard let offset = exchange.answered("queueOffset") else { return }
        var queue = QueueKey(
            topic: exchange.asked("topic") + exchange.asked("b"), queue: exchange.answered("queueId") ?? 0)
        try seedTopic(queue.topic, of: broker)
        let properties = MessageProperties(wire: exchange.asked("properties") + exchange.asked("i"))
        if let level = properties["DELAY"].flatMap({ Int($0) }) {
            queue = QueueKey(topic: "SCHEDULE_TOPIC_XXXX", queue: level - 1)
        }
        try fill(queue, to: offset, of: broker)
    }

    /// How far groups have come.
    func seedProgress(of broker: Broker, _ exchange: Exchange) throws {
        switch exchange.code {
        case 202: try seedStatistics(of: broker, exchange)
        case 208: try seedOffsets(of: broker, exchange.asked("consumerGroup"), [exchange.json])
        case 317:
            for entry in exchange.json["consumeStatsList"]?.array ?? [] {
                for member in entry.members ?? [] {
                    seedGroup(member.key.string ?? "", of: broker)
                    try seedOffsets(of: broker, member.key.string ?? "", member.value.array ?? [])
                }
            }
        case 300:
            broker.offsets.remove(topic: exchange.asked("topic"))
            for group in exchange.json["groupList"]?.array ?? [] {
                broker.offsets.commit(0, of: group.string ?? "", in: QueueKey(topic: exchange.asked("topic"), queue: 0))
            }
        case 222: try seedReset(of: broker, exchange)
        default: break
        }
    }

    private func seedStatistics(of broker: Broker, _ exchange: Exchange) throws {
        let offsets = exchange.json["offsetTable"]?.members ?? []
        broker.topics.put(TopicTable.config(exchange.asked("topic"), offsets.count))
        try fill(offsets.map { (Self.queue($0.key), $0.value["maxOffset"]?.int ?? 0) }, of: broker)
    }

    private func seedOffsets(of broker: Broker, _ group: String, _ tables: [JSON]) throws {
        broker.offsets.remove(group: group)
        let offsets = tables.flatMap { $0["offsetTable"]?.members ?? [] }.map { (Self.queue($0.key), $0.value) }
        for (topic, queues) in Dictionary(grouping: offsets, by: \.0.topic) {
            broker.topics.put(TopicTable.config(topic, queues.count))
        }
        try fill(offsets.map { ($0, $1["brokerOffset"]?.int ?? 0) }, of: broker)
        for (queue, offset) in offsets {
            broker.offsets.commit(offset["consumerOffset"]?.int ?? 0, of: group, in: queue)
            if let pulled = offset["pullOffset"]?.int { broker.offsets.recordPull(pulled, of: group, in: queue) }
        }
    }

    private func fill(_ queues: [(QueueKey, Int)], of broker: Broker) throws {
        for (queue, end) in queues where broker.store.maxOffset(of: queue) > end {
            broker.store.removeQueues(of: queue.topic)
        }
        for (queue, end) in queues { try fill(queue, to: end, of: broker) }
    }

    /// The queues' ends, so that the group may be moved where it was.
    private func seedReset(of broker: Broker, _ exchange: Exchange) throws {
        let group = exchange.asked("group")
        if exchange.response?.code != 0 {
            try seedTopic(exchange.asked("topic"), of: broker)
            for id in 0..<8 {
                broker.offsets.commit(0, of: group, in: QueueKey(topic: exchange.asked("topic"), queue: id))
            }
        }
        for offset in exchange.json["offsetTable"]?.members ?? [] {
            try fill(
                Self.queue(offset.key), to: offset.value.int ?? 0, of: broker,
                at: (Int(exchange.asked("timestamp")) ?? 0) - 1)
        }
    }

    private static func queue(_ json: JSON) -> QueueKey {
        QueueKey(topic: json["topic"]?.string ?? "", queue: json["queueId"]?.int ?? 0)
    }

    /// The messages that the answer brought, where the request looks for them.
    func seedMessages(of broker: Broker, _ exchange: Exchange) throws {
        let queue = QueueKey(topic: exchange.asked("topic"), queue: Int(exchange.asked("queueId")) ?? 0)
        switch exchange.code {
        case 11:
            guard let end = exchange.answered("maxOffset") else { return }
            try seedTopic(queue.topic, of: broker)
            seedGroup(exchange.asked("consumerGroup"), of: broker)
            broker.store.removeQueues(of: queue.topic)
            try fill(queue, to: min(end, Int(exchange.asked("queueOffset")) ?? 0), of: broker)
            try store(exchange, in: broker)
            try fill(queue, to: end, of: broker)
        case 12:
            let known = broker.store.index.matches(
                topic: queue.topic, key: exchange.asked("key"), limit: 1, from: 0, to: .max)
            if known.offsets.isEmpty { try store(exchange, in: broker) }
        case 321:
            let end = exchange.json["maxQueueIndex"]?.int ?? 0
            try seedTopic(queue.topic, of: broker)
            try fill(queue, to: end, of: broker)
        default: break
        }
    }

    private func store(_ exchange: Exchange, in broker: Broker) throws {
        for var message in try MessageReader.messages(in: exchange.response?.body ?? []) {
            try broker.store.append(&message)
        }
    }
}
