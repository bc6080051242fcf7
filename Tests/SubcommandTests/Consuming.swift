import AdminClient
import AdminProtocol
import Sandbox
import Testing

extension Bench {
    /// Lets a group of a client commit an offset on a queue of a broker.
    func commit(
        _ offset: Int, of group: String, topic: String = "TopicTest", queue: Int = 0, broker: Int = 0
    ) async throws {
        let address = try #require(PeerAddress(sandbox.brokers[broker].address))
        _ = try await admin.send(
            UpdateAndCreateSubscriptionGroup(config: SubscriptionGroupConfig(group)), to: address)
        _ = try await admin.send(
            UpdateConsumerOffset(consumerGroup: group, topic: topic, queueId: queue, commitOffset: offset), to: address)
    }
}
