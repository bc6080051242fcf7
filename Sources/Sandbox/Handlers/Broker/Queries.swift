internal import AdminProtocol

extension Broker {
    /// Messages that a look-up by unique key brings at most, whatever it asks for (`defaultQueryMaxNum`).
    private static let uniqueKeyLimit = 32
    /// Messages that any look-up brings at most (`maxMsgsNumBatch`).
    private static let queryLimit = 64

    static let queryHandlers: [Handler<Broker>] = [
        .on(ViewMessageByID.self, as: [UInt8].self) { broker, request, _ in
            guard let message = broker.store.log.message(at: request.offset) else {
                throw Refusal(.systemError, "can not find message by the offset, \(request.offset)")
            }
            return Array(message)
        },
        .on(QueryMessage.self, as: FoundMessages.self) { broker, request, call in
            let wanted = request.isUniqueKey == true ? uniqueKeyLimit : request.maxNum
            let matches = broker.store.index.matches(
                topic: request.topic, key: request.key, limit: max(0, min(wanted, queryLimit)),
                from: request.beginTimestamp, to: request.endTimestamp)
            let found = FoundMessages(
                indexLastUpdatePhyoffset: matches.lastOffset, indexLastUpdateTimestamp: matches.lastTimestamp,
                messages: matches.offsets.flatMap { broker.store.log.message(at: $0) ?? [] })
            if found.messages.isEmpty {
                call.code = .queryNotFound
                call.remark = "can not find message, maybe time range not correct"
            }
            return found
        },
    ]
}

/// Messages, and how far the index reaches (`QueryMessageResponseHeader.java`).
struct FoundMessages: Header {
    var indexLastUpdatePhyoffset: Int
    /// Epoch milliseconds.
    var indexLastUpdateTimestamp: Int
    @Body var messages: [UInt8]
}
