import AdminProtocol
import Remoting

@testable import Sandbox

extension Sandbox {
    /// Stores the message of an answer; returns where it is, in the log.
    func storeMessage(of exchange: Exchange, in index: Int) throws -> Int? {
        guard var message = try MessageReader.messages(in: exchange.response?.body ?? []).first else { return nil }
        try broker(index).store.append(&message)
        return message.commitLogOffset
    }

    /// Makes a queue as long as it was, with messages of no interest.
    func fill(_ queue: QueueKey, to count: Int, of broker: Broker, at time: Int = 0) throws {
        if broker.store.maxOffset(of: queue) > count { broker.store.removeQueues(of: queue.topic) }
        while broker.store.maxOffset(of: queue) < count {
            var message = StoredMessage(
                topic: queue.topic, queueId: queue.queue, queueOffset: 0, commitLogOffset: 0, bornTimestamp: 0,
                bornHost: broker.host, storeTimestamp: time, storeHost: broker.host, body: [1],
                properties: MessageProperties([("TAGS", "OfNoInterest")]))
            try broker.store.append(&message)
        }
    }
}
