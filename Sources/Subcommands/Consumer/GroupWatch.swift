import AdminClient
import AdminProtocol
import CommandKit

/// How `startMonitoring` looks at one group.
struct GroupWatch: Sendable {
    let session: Session

    /// What there is to tell of a group that is online.
    func events(of group: String) async throws -> [MonitorEvent] {
        let connection: AdminProtocol.ConsumerConnection
        do {
            guard let found = try await session.admin.connections(of: group) else { return [] }
            connection = found
        } catch let error as BrokerError where error.code == .topicNotExist { return [] }
        async let waiting = waiting(of: group)
        async let clients = clients(of: group, connection)
        return try await waiting + clients
    }

    private func waiting(of group: String) async throws -> [MonitorEvent] {
        let progress: GroupProgress
        do { progress = try await session.admin.progress(of: group) } catch is NotFoundError { return [] }
        let byTopic = Dictionary(grouping: progress.offsets) { $0.queue.topic }
        let delays = try await delays(in: progress)
        return byTopic.sorted { $0.key < $1.key }.map { topic, offsets in
            let lags = offsets.map { max(0, $0.offset.brokerOffset.value &- $0.offset.consumerOffset.value) }
            let delay = offsets.compactMap { delays[$0.queue] }.max() ?? 0
            let event = MonitorEvent.Event.undone(
                topic: topic, total: lags.reduce(0, &+), fullest: lags.max() ?? 0, delay: max(0, delay))
            return MonitorEvent(event: event, group: group)
        }
    }

    /// By how many milliseconds the last message of a queue is newer than the last consumed one; of queues that have some
    /// to consume.
    private func delays(in progress: GroupProgress) async throws -> [MessageQueue: Int] {
        let admin = session.admin
        let behind = progress.offsets.filter { queue, offset in
            offset.lastTimestamp > 0 && offset.brokerOffset.value > max(0, offset.consumerOffset.value)
        }
        guard !behind.isEmpty else { return [:] }
        let brokers = try await admin.clusterInfo().brokerAddrTable
        let queues = behind.compactMap { queue, offset -> (queue: ReadableQueue, offset: OffsetWrapper)? in
            guard let text = brokers[queue.brokerName]?.anyAddress, let address = PeerAddress(text) else { return nil }
            return (ReadableQueue(queue: queue, address: address), offset)
        }
        let results = await admin.gather(queues) { queue, offset in
            let last = try await admin.pull(queue, from: offset.brokerOffset.value - 1, atMost: 1, PullTerms())
            return (queue.queue, last.messages.first.map { $0.storeTimestamp - offset.lastTimestamp })
        }
        var delays: [MessageQueue: Int] = [:]
        for result in results {
            switch result {
            case .success((let queue, let delay)): delays[queue] = delay
            case .failure(let error): session.notify("\(error)")
            }
        }
        return delays
    }

    /// What the clients of a group say of themselves; those before 3.1.8 cannot be asked.
    private func clients(
        of group: String, _ connection: AdminProtocol.ConsumerConnection
    ) async throws -> [MonitorEvent] {
        let admin = session.admin
        let brokers = try await admin.brokers(of: group)
        let clients = connection.connectionSet.filter { $0.version >= 62 }.map(\.clientId)
        let results = await admin.gather(clients) { client in
            try await admin.runningInfo(of: client, in: group, jstack: false, through: brokers)
        }
        var infos: [String: ConsumerRunningInfo] = [:]
        for (client, result) in zip(clients, results) {
            switch result {
            case .success(let info): infos[client] = info
            case .failure(let error): session.notify("client \(client) of group \(group): \(error)")
            }
        }
        let analysis = ClientAnalysis(of: infos, now: session.clock.milliseconds, session.edition)
        let differs = analysis.isSameSubscription ? [] : [MonitorEvent(event: .subscriptionsDiffer, group: group)]
        // Java looks at the queues whatever the subscriptions are.
        let stuck = infos.sorted { $0.key < $1.key }.flatMap { client, info in
            StuckQueue.all(of: client, info, now: session.clock.milliseconds)
        }
        return differs + stuck.map { MonitorEvent(event: .stuck($0), group: group) }
    }
}
