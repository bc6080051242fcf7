internal import AdminProtocol
internal import EventLoop
internal import Remoting

/// The broker container of the sandbox: all brokers run in it (`BrokerContainer.java` 5.3.3).
final class Container: Service {
    /// A broker that shall be started, and what became of it.
    final class Order {
        let configPath: String
        /// Whose connection it came over.
        let peer: Int
        /// Redeemed when the broker runs, or cannot.
        let filled = Ticket<Void>()
        var refusal: Refusal?

        init(configPath: String, peer: Int) { (self.configPath, self.peer) = (configPath, peer) }
    }

    /// The brokers that run.
    var brokers: [Broker] = []
    /// Orders of calls that wait.
    private var orders: [ObjectIdentifier: Order] = [:]
    private var news: [Order] = []
    /// Redeemed when there are new orders.
    private(set) var doorbell = Ticket<Void>()

    static let handlers = HandlerTable<Container>(brokerHandlers)

    /// It stays silent where it does not know a request (`BrokerContainerProcessor.java`).
    func answer(_ call: Call) -> Frame {
        call.isUnanswered = !Self.handlers.codes.contains(call.request.code)
        return Self.handlers.answer(call, by: self)
    }

    func forget(_ peer: Peer) { orders = orders.filter { $0.value.peer != peer.id } }

    func order(_ configPath: String, for call: Call) {
        let order = Order(configPath: configPath, peer: call.peer.id)
        orders[ObjectIdentifier(call)] = order
        news.append(order)
        doorbell.redeem(.success(()))
        call.runAgain(after: order.filled, until: .after(.seconds(10)))
    }

    /// The order of a call that waited for it.
    func collect(_ call: Call) -> Order? { orders.removeValue(forKey: ObjectIdentifier(call)) }

    /// The orders that nobody has begun to fill.
    func takeNews() -> [Order] {
        defer { (news, doorbell) = ([], Ticket<Void>()) }
        return news
    }

    func broker(_ name: String, _ id: Int, in cluster: String) -> Broker? {
        brokers.first { $0.name == name && $0.id == id && $0.options.clusterName == cluster }
    }
}
