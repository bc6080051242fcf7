internal import AdminProtocol
internal import LooseJSON

/// The clients that are connected to a broker (`ConsumerManager.java`, `ProducerManager.java`).
final class ClientTable {
    struct Client {
        var clientID: String
        var peer: Peer
        var language: String
        var version: Int
        /// Epoch milliseconds of the last heartbeat.
        var lastSeen: Int

        var address: String { peer.address }
    }

    struct ConsumerGroup {
        var consumeType: String
        var messageModel: String
        var consumeFromWhere: String
        var subscriptions: [String: SubscriptionData] = [:]
        /// By connection.
        var clients: [Int: Client] = [:]
    }

    private(set) var consumers: [String: ConsumerGroup] = [:]
    private(set) var producers: [String: [Int: Client]] = [:]

    /// Takes a heartbeat's word for a group: its client, and subscriptions that are no older than the known ones.
    ///
    /// Says whether the other clients have to divide the work anew.
    func register(_ data: ConsumerData, _ client: Client, on connection: Int, keepingSubscriptions: Bool) -> Bool {
        var group =
            consumers[data.groupName]
            ?? ConsumerGroup(
                consumeType: data.consumeType, messageModel: data.messageModel, consumeFromWhere: data.consumeFromWhere)
        let isNew = group.clients.updateValue(client, forKey: connection) == nil
        (group.consumeType, group.messageModel) = (data.consumeType, data.messageModel)
        group.consumeFromWhere = data.consumeFromWhere
        let topics = Set(group.subscriptions.keys)
        if !keepingSubscriptions { group.update(data.subscriptionDataSet) }
        consumers[data.groupName] = group
        return isNew || topics != Set(group.subscriptions.keys)
    }

    func registerProducer(_ group: String, _ client: Client, on connection: Int) {
        producers[group, default: [:]][connection] = client
    }

    func unregisterConsumer(_ group: String, on connection: Int) {
        consumers[group]?.clients[connection] = nil
        if consumers[group]?.clients.isEmpty == true { consumers[group] = nil }
    }

    func unregisterProducer(_ group: String, on connection: Int) {
        producers[group]?[connection] = nil
        if producers[group]?.isEmpty == true { producers[group] = nil }
    }

    /// Forgets a connection in all groups; returns the consumer groups that it was in.
    @discardableResult
    func forget(connection: Int) -> [String] {
        let left = consumers.filter { $0.value.clients[connection] != nil }.keys.sorted()
        for group in left { unregisterConsumer(group, on: connection) }
        for group in producers.keys { unregisterProducer(group, on: connection) }
        return left
    }

    /// The connections of clients whose last heartbeat came before `moment`, in epoch milliseconds.
    func peers(silentSince moment: Int) -> [Peer] {
        let all = consumers.values.map(\.clients) + Array(producers.values)
        let silent = all.flatMap(\.values).filter { $0.lastSeen < moment }.map { ($0.peer.id, $0.peer) }
        return Array(Dictionary(silent) { first, _ in first }.values)
    }

    /// Connected groups that subscribe to a topic.
    func groups(subscribedTo topic: String) -> [String] {
        consumers.filter { $0.value.subscriptions[topic] != nil }.keys.sorted()
    }
}

extension ClientTable.ConsumerGroup {
    mutating func update(_ news: [SubscriptionData]) {
        let topics = Set(news.map(\.topic))
        subscriptions = subscriptions.filter { topics.contains($0.key) }
        for item in news where (item.subVersion ?? 0) >= (subscriptions[item.topic]?.subVersion ?? 0) {
            subscriptions[item.topic] = item
        }
    }

    /// As the wire lists it, in order of the clients' ids.
    var connections: [ClientConnection] { ClientConnection.list(clients) }
}

extension ClientConnection {
    static func list(_ clients: [Int: ClientTable.Client]) -> [ClientConnection] {
        clients.values.sorted { ($0.clientID, $0.address) < ($1.clientID, $1.address) }.map {
            ClientConnection(
                clientId: $0.clientID, clientAddr: $0.address, language: $0.language, version: $0.version)
        }
    }
}
