internal import AdminProtocol
internal import Synchronization

/// The routes that a producer has looked up, by topic (`DefaultMQProducerImpl.topicPublishInfoTable`).
final class RouteMemory: Sendable {
    private let routes = Mutex<[String: TopicRouteData]>([:])

    subscript(topic: String) -> TopicRouteData? {
        get { routes.withLock { $0[topic] } }
        set { routes.withLock { $0[topic] = newValue } }
    }
}
