public import AdminProtocol
internal import Remoting

/// A message to be sent.
public struct OutgoingMessage: Sendable {
    public var topic: String
    public var body: [UInt8]
    public var flag = 0
    public var systemFlags: MessageSystemFlags = []
    public var properties = MessageProperties()

    public init(topic: String, body: [UInt8]) { (self.topic, self.body) = (topic, body) }

    /// The same message once more, as it is stored.
    public init(again message: StoredMessage) {
        (topic, body, flag) = (message.topic, message.body, message.flag)
        (systemFlags, properties) = (message.systemFlags, message.properties)
    }

    public var keys: String? {
        get { properties[MessageProperty.keys] }
        set { properties[MessageProperty.keys] = newValue }
    }
    public var tags: String? {
        get { properties[MessageProperty.tags] }
        set { properties[MessageProperty.tags] = newValue }
    }
}

/// What became of a message.
public struct SentMessage: Sendable {
    public var queue: MessageQueue
    public var status: ResponseCode
    /// The id that this client gave the message.
    public var uniqueKey: String
    /// The id that the broker gave it.
    public var offsetID: String
    public var queueOffset: Int
    public var recallHandle: String?
    /// How long the broker took to answer.
    public var elapsed: Duration
    /// Where the broker listens.
    public var address: PeerAddress

    /// Milliseconds that the broker took to answer.
    public var cost: Int { Int(elapsed / .milliseconds(1)) }

    /// `SendStatus.java`'s name of the result.
    public var statusName: String { status == .success ? "SEND_OK" : status.name ?? "\(status)" }

    /// What is missing although the message is stored; nil when nothing is.
    public var warning: String? {
        status == .success
            ? nil
            : "\(address): the message is stored, but \(statusName): \(status.hint(answering: SendMessage.code) ?? "see the broker's log")"
    }
}

/// Sends messages as RocketMQ's own producer does (`DefaultMQProducerImpl.java`).
public struct Producer: Sendable {
    public static let traceTopic = "RMQ_SYS_TRACE_TOPIC"
    /// Bodies from this size on are compressed, in bytes (`compressMsgBodyOverHowmuch`).
    static let compressedFrom = 4096

    let group: String
    let admin: Admin
    let routes = RouteMemory()

    public init(group: String, admin: Admin) { (self.group, self.admin) = (group, admin) }

    /// Sends a message to a writable queue of its topic, picked at random, or of one broker; a broker that cannot be
    /// connected to is passed over, because nothing was sent to it, and a topic's route is looked up once.
    ///
    /// `now` is in epoch milliseconds. Throws `NotFoundError` when no queue fits, `BrokerError` when the broker refuses.
    public func send(
        _ message: OutgoingMessage, toBroker broker: String? = nil, queue: Int? = nil, now: Int
    ) async throws -> SentMessage {
        let (message, key) = prepared(message, now: now)
        var failure: any Error = NotFoundError(
            "topic '\(message.topic)' has no writable queue" + (broker.map { " on '\($0)'" } ?? ""))
        while true {
            let isKnown = routes[message.topic] != nil
            for target in try await targets(of: message.topic, broker: broker, queue: queue).prefix(3) {
                do { return try await send(message, key, to: target, now: now) } catch let error as ConnectError {
                    failure = error
                }
            }
            // The brokers may have moved since the route was looked up.
            guard isKnown else { throw failure }
            routes[message.topic] = nil
        }
    }

    /// Sends a message to one queue.
    public func send(
        _ message: OutgoingMessage, to queue: ReadableQueue, now: Int
    ) async throws -> SentMessage {
        let (message, key) = prepared(message, now: now)
        let name = queue.queue
        let target = SendTarget(address: queue.address, brokerName: name.brokerName, queueId: name.queueId)
        return try await send(message, key, to: target, now: now)
    }

    private func send(_ message: OutgoingMessage, _ key: String, to target: SendTarget, now: Int) async throws
        -> SentMessage
    {
        var request = SendMessage(
            producerGroup: group, topic: message.topic, queueId: target.queueId, brokerName: target.brokerName,
            bornTimestamp: now, properties: message.properties, body: message.body)
        (request.systemFlags, request.flag) = (message.systemFlags, message.flag)
        let start = ContinuousClock.now
        let result = try await admin.send(request, to: target.address)
        return SentMessage(
            queue: MessageQueue(topic: message.topic, brokerName: target.brokerName, queueId: result.header.queueId),
            status: result.code, uniqueKey: key, offsetID: result.header.msgId, queueOffset: result.header.queueOffset,
            recallHandle: result.header.recallHandle, elapsed: ContinuousClock.now - start, address: target.address)
    }

    /// The message with an id, and with its body compressed where that is due.
    private func prepared(_ message: OutgoingMessage, now: Int) -> (OutgoingMessage, key: String) {
        var message = message
        let key = message.properties[MessageProperty.uniqueKey] ?? UniqueKey.make(now: now)
        message.properties[MessageProperty.uniqueKey] = key
        if message.properties[MessageProperty.waitStoreOK] == nil {
            message.properties[MessageProperty.waitStoreOK] = "true"
        }
        if message.body.count >= Self.compressedFrom, !message.systemFlags.contains(.compressed),
            let body = try? Zlib.compressed(message.body)
        {
            message.body = body
            message.systemFlags.formUnion([.compressed, .zlib])
        }
        return (message, key)
    }
}
