internal import AdminProtocol
internal import Remoting

/// Asks producers for the transactions that nobody ended (`TransactionalMessageServiceImpl.check` 5.3.3).
extension Broker {
    private static let group = "CID_RMQ_SYS_TRANS"
    private static let discardTopic = "TRANS_CHECK_MAX_TIME_TOPIC"

    /// Checks if it is time to; says in how many milliseconds it is, nil without half messages.
    func checkTransactions(at now: Int) -> Int? {
        let start = offsets.offset(of: Self.group, in: Self.half) ?? 0
        guard start < store.maxOffset(of: Self.half) else {
            lastTransactionCheck = nil
            return nil
        }
        let interval = max(1, Int(configuration["transactionCheckInterval"]) ?? 30_000)
        let due = (lastTransactionCheck ?? now) + interval
        if lastTransactionCheck == nil { lastTransactionCheck = now }
        if now < due { return due - now }
        lastTransactionCheck = now
        // What the store does not take now is tried again the next time.
        try? check(from: start, at: now)
        return interval
    }

    private func check(from start: Int, at now: Int) throws {
        guard let queue = store.queue(Self.half) else { return }
        let (ended, endOfNotes) = endedHalves()
        // What is put back meanwhile waits for the next check.
        let end = queue.maxOffset
        var next = max(start, queue.minOffset)
        defer { offsets.commit(next, of: Self.group, in: Self.half) }
        while next < end {
            if !ended.contains(next), let place = queue.entry(at: next)?.offset, let half = storedMessage(at: place) {
                guard try check(half, ended, at: now) else { return }
            }
            next += 1
        }
        offsets.commit(endOfNotes, of: Self.group, in: Self.ended)
    }

    /// The queue offsets of half messages that have come to their end, and how many notes say so.
    private func endedHalves() -> (Set<Int>, Int) {
        var ended: Set<Int> = []
        let queue = store.queue(Self.ended)
        let end = queue?.maxOffset ?? 0
        let start = min(end, max(queue?.minOffset ?? 0, offsets.offset(of: Self.group, in: Self.ended) ?? 0))
        for note in start..<end {
            guard let place = queue?.entry(at: note)?.offset, let message = storedMessage(at: place) else { continue }
            let offsets = String(decoding: message.body, as: UTF8.self).split(separator: ",")
            ended.formUnion(offsets.compactMap { Int($0) })
        }
        return (ended, end)
    }

    /// Says whether the check is done with a half message; it is not with one that is too young.
    private func check(_ half: StoredMessage, _ ended: Set<Int>, at now: Int) throws -> Bool {
        let first = half.properties[MessageProperty.preparedQueueOffset]
        if let offset = first.flatMap({ Int($0) }), ended.contains(offset) { return true }
        let checks = half.properties[MessageProperty.transactionChecks].flatMap { Int($0) } ?? 0
        if checks >= Int(configuration["transactionCheckMax"]) ?? 15 {
            try discard(half)
            return true
        }
        let age = now - half.bornTimestamp
        if let immunity = immunity(of: half) {
            if age < immunity {
                try putBack(
                    half,
                    [
                        (MessageProperty.preparedQueueOffset, first ?? "\(half.queueOffset)"),
                        (MessageProperty.waitStoreOK, "false"),
                    ])
                return true
            }
        } else if (0..<transactionTimeOut).contains(age) {
            return false
        }
        ask(try putBack(half, [(MessageProperty.transactionChecks, "\(checks + 1)")]))
        return true
    }

    @discardableResult
    private func putBack(_ half: StoredMessage, _ changes: [(name: String, value: String?)]) throws -> StoredMessage {
        var half = half
        half.edit(changes)
        half.reconsumeTimes = 0
        try restore(&half)
        return half
    }

    private func discard(_ half: StoredMessage) throws {
        if topics[Self.discardTopic] == nil {
            let topic = TopicTable.config(Self.discardTopic, 1)
            topics.put(topic)
            _ = registration.announce(topic)
        }
        var half = half
        (half.topic, half.queueId) = (Self.discardTopic, 0)
        try restore(&half)
    }

    /// Asks one of the producers of the message's group, each in its turn, how the transaction ended
    /// (`AbstractTransactionalMessageCheckListener.sendCheckMessage`).
    private func ask(_ half: StoredMessage) {
        let group = half.properties[MessageProperty.producerGroup] ?? ""
        guard let clients = clients.producers[group]?.sorted(by: { $0.key < $1.key }), !clients.isEmpty else { return }
        transactionQuestions += 1
        var question = Frame(telling: RequestCode.checkTransactionState, by: options.serverVersion)
        let id = half.uniqueKey ?? ""
        question.fields = [
            "tranStateTableOffset": "\(half.queueOffset)", "commitLogOffset": "\(half.commitLogOffset)", "msgId": id,
            "transactionId": id, "offsetMsgId": half.offsetID,
        ]
        if options.serverVersion == .v5 { (question.fields["topic"], question.fields["bname"]) = (half.topic, name) }
        var message = half
        message.topic = half.properties[MessageProperty.realTopic] ?? half.topic
        message.queueId = half.properties[MessageProperty.realQueue].flatMap { Int($0) } ?? 0
        question.body = message.encoded()
        errands.tell(clients[transactionQuestions % clients.count].value.peer, question)
    }
}

extension RequestCode {
    /// `CHECK_TRANSACTION_STATE`.
    fileprivate static let checkTransactionState = 39
}
