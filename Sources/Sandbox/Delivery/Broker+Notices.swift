internal import AdminProtocol
internal import Remoting
internal import TLS

extension Broker {
    /// Milliseconds between two looks for silent clients (`ClientHousekeepingService.java`).
    private static let scanInterval = 10_000

    /// Makes the clients of a group divide its queues anew (`DefaultConsumerIdsChangeListener.java`); a group that gets
    /// every message in every client has nothing to divide.
    func notify(_ name: String, evenIfQuiet: Bool = false) {
        guard let group = clients.consumers[name], group.messageModel != "BROADCASTING",
            configuration["notifyConsumerIdsChangedEnable"] != "false",
            evenIfQuiet || groups[name]?.notifyConsumerIdsChangedEnable != false
        else { return }
        var news = Frame(telling: RequestCode.notifyConsumerIDsChanged, by: options.serverVersion)
        news.fields = ["consumerGroup": name]
        for client in group.clients.sorted(by: { $0.key < $1.key }) { errands.tell(client.value.peer, news) }
    }

    /// Lets go of clients without a heartbeat for two minutes, though their connection lives; says when to look again.
    func dismissSilentClients(at now: Int) -> Int? {
        if clients.consumers.isEmpty, clients.producers.isEmpty { return nil }
        let rest = errands.lastScan + Self.scanInterval - now
        if rest > 0, rest <= Self.scanInterval { return rest }
        errands.lastScan = now
        let limit = Int(configuration["channelExpiredTimeout"]) ?? 120_000
        for peer in clients.peers(silentSince: now - limit) {
            clients.forget(connection: peer.id)
            peer.channel.abandon()
        }
        return Self.scanInterval
    }
}

extension RequestCode {
    /// `NOTIFY_CONSUMER_IDS_CHANGED`.
    fileprivate static let notifyConsumerIDsChanged = 40
}

extension Frame {
    /// A request of a broker to a client that does not answer it.
    init(telling code: Int, by generation: Generation) {
        self.init(code: code, opaque: 0)
        (kind, language, version) = (.oneway, .java, generation.version.rawValue)
    }
}
