public import AdminProtocol
public import LooseJSON

extension Admin {
    /// Addresses of the brokers that a group's clients are connected to, those of its retry topic; or of `broker` only.
    public func brokers(of group: String, only broker: PeerAddress? = nil) async throws -> [PeerAddress] {
        if let broker { return [broker] }
        let brokers: [PeerAddress]
        do { brokers = try await route(of: DerivedTopic.retry(of: group)).brokerAddresses } catch let error
            as BrokerError where error.code == .topicNotExist
        {
            throw NotFoundError.group(group)
        }
        if brokers.isEmpty { throw NotFoundError("group '\(group)' has no broker at the moment") }
        return brokers
    }

    /// The clients of a group, sorted by id, from the first of the brokers that knows them.
    ///
    /// Throws `BrokerError` of code 206 or `NotFoundError` when none is connected.
    public func consumers(of group: String, at brokers: [PeerAddress]) async throws -> ConsumerConnection {
        var connection = try await firstAnswer(to: GetConsumerConnectionList(group: group), of: brokers)
        if connection.connectionSet.isEmpty { throw NotFoundError("no client of group '\(group)' is connected") }
        connection.connectionSet.sort { ($0.clientId, $0.clientAddr) < ($1.clientId, $1.clientAddr) }
        return connection
    }

    /// The clients of a producer group that are connected to a broker of `topic`, sorted by id.
    public func producers(of group: String, topic: String) async throws -> [ClientConnection] {
        let brokers = try await route(of: topic).brokerAddresses
        let request = GetProducerConnectionList(producerGroup: group)
        let clients = try await firstAnswer(to: request, of: brokers).connectionSet
        if clients.isEmpty { throw NotFoundError("no client of producer group '\(group)' is connected") }
        return clients.sorted { ($0.clientId, $0.clientAddr) < ($1.clientId, $1.clientAddr) }
    }

    /// What a client says of itself, asked through the first of the brokers that it is connected to.
    ///
    /// Java waits three times as long for it as for other requests: a thread dump takes its time.
    public func runningInfo(
        of client: String, in group: String, jstack: Bool, through brokers: [PeerAddress]
    ) async throws -> ConsumerRunningInfo {
        let request = GetConsumerRunningInfo(group: group, clientId: client, jstack: jstack)
        return try await firstAnswer(to: request, of: brokers, within: settings.timeout * 3)
    }

    /// Asks one peer after the other until one answers; throws the first one's failure when none does.
    private func firstAnswer<R: Request>(
        to request: R, of addresses: [PeerAddress], within limit: Duration? = nil
    ) async throws -> R.Response {
        var failure: (any Error)?
        for address in addresses {
            do { return try await send(request, to: address, within: limit) } catch let error as CancellationError {
                throw error
            } catch { failure = failure ?? error }
        }
        throw failure ?? NotFoundError("no broker is registered at the moment")
    }
}

extension Admin {
    /// The offsets that a group's clients have in a topic, by client id; of one client, or of all when `client` is empty.
    public func clientOffsets(
        of group: String, topic: String, client: String
    ) async throws -> Entries<String, Entries<MessageQueue, WireOffset>> {
        let request = InvokeBrokerToGetConsumerStatus(group: group, topic: topic, clientId: client)
        let brokers = try await route(of: topic).brokerAddresses
        // A broker gives each client five seconds.
        let limit = settings.timeout * 3
        do { return try await firstAnswer(to: request, of: brokers, within: limit).consumerTable ?? [:] } catch let
            error
            as BrokerError
            where error.code == .systemError && error.remark.hasPrefix("java.lang.NullPointer")
        {
            // What brokers answer for a group that they do not know.
            throw NotFoundError("no client of group '\(group)' is connected")
        }
    }
}
