internal import AdminClient
internal import AdminProtocol
internal import EventLoop

extension Sandbox {
    /// Tells the name server again and again that a broker lives, and that it is gone when it is closed.
    func keepRegistered(_ index: Int) async {
        var settings = Admin.Settings(nameServers: nameServerList)
        settings.security = options.security?.client
        try? await Admin.with(loop, settings) { admin in
            var isHeartbeat = true
            var pause = phase(of: index)
            while !Task.isCancelled, !broker(index).registration.isClosing {
                await register(index, all: isHeartbeat, with: admin)
                isHeartbeat = await waitForNews(index, atMost: pause)
                pause = options.registrationInterval
            }
            await leave(index)
            if !broker(index).registration.isKilled { _ = try? await admin.tellNameServers(goodbye(of: index)) }
        }
        broker(index).registration.take().waiting.forEach { $0() }
    }

    /// The others of its name go on without a broker.
    private func leave(_ index: Int) async {
        let broker = broker(index)
        broker.replication.leave(broker)
        // At the end of the whole sandbox nobody takes over.
        if Task.isCancelled { return }
        broker.ledger?.group.leave(broker)
        guard let change = controllers?.retire(broker), !broker.registration.isKilled else { return }
        try? await loop.value(of: change, until: .after(.seconds(5)))
    }

    private func register(_ index: Int, all: Bool, with admin: Admin) async {
        let broker = broker(index)
        let news = broker.registration.take()
        let changed = all || news.topics.isEmpty ? nil : news.topics
        if let request = try? broker.registrationRequest(changed: changed) {
            _ = try? await admin.tellNameServers(request)
        }
        controllers?.noteProgress(of: broker)
        broker.registration.started.redeem(.success(()))
        news.waiting.forEach { $0() }
    }

    /// Says whether the whole time passed.
    private func waitForNews(_ index: Int, atMost limit: Duration) async -> Bool {
        do {
            try await loop.value(of: broker(index).registration.doorbell, until: .after(limit))
            return false
        } catch {
            return true
        }
    }

    /// Spreads the heartbeats of many brokers over the interval.
    private func phase(of index: Int) -> Duration {
        options.registrationInterval * (index % brokers.count + 1) / (brokers.count + 1)
    }

    private func goodbye(of index: Int) -> UnregisterBroker {
        let broker = broker(index)
        return UnregisterBroker(
            brokerName: broker.name, brokerAddr: broker.address, clusterName: broker.options.clusterName,
            brokerId: broker.id)
    }
}
