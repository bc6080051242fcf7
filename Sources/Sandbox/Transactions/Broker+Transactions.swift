internal import AdminProtocol

/// The two halves of a transaction (`TransactionalMessageServiceImpl.java`, `EndTransactionProcessor.java` 5.3.3).
extension Broker {
    static let halfTopic = "RMQ_SYS_TRANS_HALF_TOPIC"
    static let half = QueueKey(topic: halfTopic, queue: 0)
    /// Says which half messages have come to their end, by their queue offsets.
    static let ended = QueueKey(topic: "RMQ_SYS_TRANS_OP_HALF_TOPIC", queue: 0)

    /// Puts a message where it waits for the end of its transaction.
    func prepare(_ message: inout StoredMessage) {
        message.transactionPart = .none
        let id = message.uniqueKey.map { [(name: MessageProperty.transactionID, value: Optional($0))] } ?? []
        message.divert(to: Self.halfTopic, id)
        errands.ring()
    }

    /// Makes a half message whole, or drops it.
    func end(_ request: EndTransaction) throws {
        guard let half = storedMessage(at: request.commitLogOffset), half.topic == Self.halfTopic else {
            throw Refusal(.systemError, "Find prepared transaction message failed")
        }
        if request.fromTransactionCheck?.lowercased() != "true", let immunity = immunity(of: half),
            options.clock.now - half.bornTimestamp > immunity
        {
            throw Refusal(.illegalOperation, nil)
        }
        guard half.properties[MessageProperty.producerGroup] == request.producerGroup else {
            throw Refusal(.systemError, "The producer group wrong")
        }
        guard half.queueOffset == request.tranStateTableOffset else {
            throw Refusal(.systemError, "The transaction state table offset wrong")
        }
        if request.commitOrRollback == StoredMessage.TransactionPart.commit.rawValue { try commit(half) }
        try noteEnd(of: half)
    }

    private func commit(_ half: StoredMessage) throws {
        guard let topic = half.properties[MessageProperty.realTopic],
            let queue = half.properties[MessageProperty.realQueue].flatMap({ Int($0) })
        else { throw Refusal(.systemError, "Find prepared transaction message failed") }
        var whole = half
        (whole.topic, whole.queueId) = (topic, queue)
        whole.preparedTransactionOffset = half.commitLogOffset
        whole.transactionPart = .commit
        try restore(&whole)
    }

    /// Nobody asks for the half message any more.
    private func noteEnd(of half: StoredMessage) throws {
        let now = options.clock.now
        var note = StoredMessage(
            topic: Self.ended.topic, queueId: Self.ended.queue, queueOffset: 0, commitLogOffset: 0, bornTimestamp: now,
            bornHost: host, storeTimestamp: now, storeHost: host,
            body: Array("\(half.queueOffset)\(options.serverVersion == .v4 ? "" : ",")".utf8),
            properties: MessageProperties([(MessageProperty.tags, "d"), (MessageProperty.waitStoreOK, "true")]))
        try put(&note)
    }

    /// Milliseconds in which nobody asks for a half message; nil when it says nothing of that.
    func immunity(of half: StoredMessage) -> Int? {
        guard let text = half.properties[MessageProperty.checkImmunity] else { return nil }
        guard let seconds = Int(text), seconds != -1, seconds.magnitude < 1 << 40 else { return transactionTimeOut }
        return seconds * 1_000
    }

    /// Milliseconds.
    var transactionTimeOut: Int { Int(configuration["transactionTimeOut"]) ?? 6_000 }
}

extension ResponseCode {
    /// `ILLEGAL_OPERATION`.
    fileprivate static let illegalOperation: ResponseCode = 604
}
