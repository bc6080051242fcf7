public import AdminProtocol
internal import LooseJSON

/// Whether a group has consumed a message (`MessageTrack.java`).
public struct MessageTrack: Sendable {
    public var consumerGroup: String
    /// `TrackType.java`: `CONSUMED`, `CONSUMED_BUT_FILTERED`, `PULL`, `NOT_CONSUME_YET`, `NOT_ONLINE`,
    /// `CONSUME_BROADCASTING`, `UNKNOWN`.
    public var trackType: String
    /// Why it is not known.
    public var error: BrokerError?
}

extension Admin {
    /// What each group that consumes a message's topic has made of it, sorted by group
    /// (`DefaultMQAdminExtImpl.messageTrackDetail`), and the brokers that could not name their groups.
    public nonisolated func tracks(
        of message: StoredMessage
    ) async throws -> (tracks: [MessageTrack], failures: [(address: PeerAddress, error: any Error)]) {
        let route = try await route(of: message.topic)
        let found = try await groups(consuming: message.topic, on: route)
        let results = await gather(found.groups) { group in try await self.track(of: message, in: group) }
        return (try results.map { try $0.get() }, found.failures)
    }

    private nonisolated func track(of message: StoredMessage, in group: String) async throws -> MessageTrack {
        func track(_ type: String, _ error: BrokerError? = nil) -> MessageTrack {
            MessageTrack(consumerGroup: group, trackType: type, error: error)
        }
        let connection: ConsumerConnection
        do {
            guard let found = try await connectionsOrRefusal(of: group) else { return track("NOT_ONLINE") }
            connection = found
        } catch let error as BrokerError {
            return track(error.code == .consumerNotOnline ? "NOT_ONLINE" : "UNKNOWN", error)
        }
        switch connection.consumeType {
        case "CONSUME_ACTIVELY": return track("PULL")
        case "CONSUME_PASSIVELY": break
        default: return track("UNKNOWN")
        }
        do {
            guard try await isConsumed(message, by: group) else { return track("NOT_CONSUME_YET") }
            return track(connection.filters(out: message) ? "CONSUMED_BUT_FILTERED" : "CONSUMED")
        } catch is NotFoundError {
            return track(connection.messageModel == "BROADCASTING" ? "CONSUME_BROADCASTING" : "NOT_ONLINE")
        } catch let error as BrokerError {
            return track("UNKNOWN", error)
        }
    }

    /// Like `connections(of:)`, but with the broker's own words when nobody is connected.
    private func connectionsOrRefusal(of group: String) async throws -> ConsumerConnection? {
        let brokers = try await route(of: DerivedTopic.retry(of: group)).brokerAddresses
        guard let broker = brokers.randomElement() else { return nil }
        return try await send(GetConsumerConnectionList(group: group), to: broker)
    }

    private func isConsumed(_ message: StoredMessage, by group: String) async throws -> Bool {
        let progress = try await progress(of: group)
        let brokers = try await clusterInfo().brokerAddrTable
        return progress.offsets.contains { queue, offset in
            queue.topic == message.topic && queue.queueId == message.queueId
                && brokers[queue.brokerName]?.masterAddress == message.storeHost.description
                && offset.consumerOffset.value > message.queueOffset
        }
    }

    /// Hands a stored message to one client of a group, through the broker that stores it.
    public func deliver(
        _ message: StoredMessage, to clientId: String, of group: String
    ) async throws -> ConsumeMessageDirectlyResult {
        guard try await runningInfo(of: clientId, in: group).isPush else {
            throw NotFoundError("client '\(clientId)' pulls its messages: none can be handed to it")
        }
        guard let broker = PeerAddress(message.storeHost.description) else {
            throw NotFoundError("the message's broker has no address: \(message.storeHost)")
        }
        let request = ConsumeMessageDirectly(group: group, clientId: clientId, offsetID: message.offsetID)
        return try await send(request, to: broker)
    }
}

extension ConsumerConnection {
    /// Whether the group's subscription leaves a message out because of its tag.
    fileprivate func filters(out message: StoredMessage) -> Bool {
        guard let tags = subscriptionTable[message.topic]?.tagsSet, !tags.isEmpty, !tags.contains("*") else {
            return false
        }
        return !tags.contains(message.tags ?? "")
    }
}
