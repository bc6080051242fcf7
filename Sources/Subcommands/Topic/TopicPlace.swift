import AdminClient
import AdminProtocol

/// A master that has a topic, with what its route says of the topic there.
struct TopicPlace: Sendable, CustomStringConvertible {
    var address: PeerAddress
    var queues: QueueData

    var description: String { address.description }

    /// The topic's configuration, where the broker cannot be asked for it.
    func config(of topic: String) -> TopicConfig {
        var config = TopicConfig(topicName: topic)
        (config.readQueueNums, config.writeQueueNums) = (queues.readQueueNums, queues.writeQueueNums)
        config.topicSysFlag = queues.topicSysFlag ?? 0
        return config
    }
}

extension UpdateTopicPerm {
    var isOneBroker: Bool { if case .broker = target { true } else { false } }

    /// The masters that are meant and have the topic; throws `NotFoundError` when there is none.
    func places(on route: TopicRouteData, _ admin: Admin) async throws -> [TopicPlace] {
        switch target {
        case .broker(let broker):
            let place = route.places(at: [broker.peer])
            if place.isEmpty {
                throw NotFoundError("\(broker.peer) is not the master of a broker that has topic '\(topic.text)'")
            }
            return place
        case .cluster(let cluster):
            let places = route.places(at: try await admin.clusterInfo().masters(of: cluster.text))
            if places.isEmpty { throw NotFoundError("cluster '\(cluster.text)' does not have topic '\(topic.text)'") }
            return places
        }
    }
}

extension TopicRouteData {
    /// Those of `masters` that have the topic.
    fileprivate func places(at masters: [PeerAddress]) -> [TopicPlace] {
        masters.compactMap { master in
            let broker = brokerDatas.first { $0.masterAddress == master.description }?.brokerName
            return queueDatas.first { $0.brokerName == broker }.map { TopicPlace(address: master, queues: $0) }
        }
    }
}
