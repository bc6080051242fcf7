public import AdminProtocol

extension Admin {
    /// Finds a message by the broker's id or by the client's.
    ///
    /// An offset id is asked only of a broker that is registered, because any 32 digits look like one. What is not
    /// found so is looked up as a unique key in `topic`, over the last three days before `now` (epoch milliseconds), as
    /// `MQAdminImpl.queryMessageByUniqKey` does. Throws `NotFoundError` when there is no such message.
    public func message(id: String, topic: String?, cluster: String?, now: Int) async throws -> StoredMessage {
        var failure: any Error = NotFoundError("no message '\(id)': it is not the id of a message")
        if let offsetID = MessageID(id) {
            do {
                if let message = try await message(at: offsetID, topic: topic) { return message }
                failure = NotFoundError("no message '\(id)': no broker is registered at \(offsetID.address)")
            } catch let error as BrokerError { failure = error }
        }
        guard let topic else { throw failure }
        let begin = now - 3 * 24 * 3_600_000
        let found = try await messages(
            key: id, topic: topic, cluster: cluster, from: begin, to: .max, isUniqueKey: true, limit: 32)
        if let message = found.messages.first { return message }
        throw failure is BrokerError ? failure : NotFoundError("no message '\(id)' in topic '\(topic)'")
    }

    /// The message at an offset of a registered broker's commit log; nil when no such broker is registered.
    private func message(at id: MessageID, topic: String?) async throws -> StoredMessage? {
        let address = id.address.description
        guard let broker = PeerAddress(address), try await isRegistered(address) else { return nil }
        return try await send(ViewMessageByID(topic: topic, offset: id.offset), to: broker).messages.first
    }

    /// A name server that refuses to say does not stand in the way.
    private func isRegistered(_ address: String) async throws -> Bool {
        do {
            return try await clusterInfo().brokerAddrTable.values.contains { $0.brokerAddrs.values.contains(address) }
        } catch is BrokerError { return true }
    }

    /// Looks messages up by key on every broker of a topic; those that have none do not matter, those that fail do.
    ///
    /// `cluster` limits the search to its brokers; for an LMQ it is the parent topic, which has the route. Times are
    /// epoch milliseconds. Throws only when nothing was found and a broker failed.
    public func messages(
        key: String, topic: String, cluster: String?, from begin: Int, to end: Int, isUniqueKey: Bool, limit: Int
    ) async throws -> FoundMessages {
        let parent = topic.hasPrefix(Self.lightPrefix) ? cluster : nil
        let routed = parent ?? (topic == "rmq_sys_wheel_timer" ? cluster : nil)
        let route = try await route(of: routed ?? topic)
        let groups = route.brokerDatas.filter { cluster == nil || routed != nil || $0.cluster == cluster }
        if groups.isEmpty, let cluster {
            throw NotFoundError.cluster(cluster, known: Set(route.brokerDatas.compactMap(\.cluster)))
        }
        let request = QueryMessage(
            topic: parent ?? topic, key: key, maxNum: limit, from: begin, to: end, isUniqueKey: isUniqueKey)
        let addresses = groups.sorted { $0.brokerName < $1.brokerName }.compactMap(\.anyAddress)
        let answers = await broadcast(
            request, to: addresses.compactMap { PeerAddress($0) }, within: settings.timeout * 3)
        var found = FoundMessages()
        for answer in answers {
            switch answer.result {
            case .success(let batch): found.messages += batch.messages
            case .failure(let error as BrokerError) where error.code == .queryNotFound: continue
            case .failure(let error): found.failures.append((answer.from, error))
            }
        }
        if found.messages.isEmpty, let failure = found.failures.first { throw failure.error }
        found.messages.removeAll { message in
            !message.isKnown(by: key, isUniqueKey) || parent == nil && message.topic != topic
        }
        return found
    }

    /// What the names of light message queues begin with, which live in another topic (`MixAll.LMQ_PREFIX`).
    private static let lightPrefix = "%LMQ%"
}

/// What the brokers of a topic found, and the failures of those that could not say.
public struct FoundMessages: Sendable {
    public var messages: [StoredMessage] = []
    public var failures: [(address: PeerAddress, error: any Error)] = []
}

extension StoredMessage {
    /// The index only has hashes of keys: what it brings may be another message.
    fileprivate func isKnown(by key: String, _ isUniqueKey: Bool) -> Bool {
        if isUniqueKey { return (uniqueKey ?? offsetID) == key }
        return keys?.split(separator: " ").contains { $0 == key } ?? false
    }
}
