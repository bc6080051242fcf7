internal import AdminProtocol

extension Broker {
    /// Stores a batch as so many messages, which one answer tells of (`MessageExtEncoder.encode`).
    func storeBatch(_ batch: StoredMessage) throws -> SendMessageResponse {
        if batch.topic.hasPrefix(TopicName.retryPrefix) {
            throw Refusal(.messageIllegal, "batch request does not support retry group \(batch.topic)")
        }
        var plain = batch
        plain.systemFlags = []
        guard batch.body.count <= maximumMessageSize, var messages = try? plain.unwrapped(), !messages.isEmpty else {
            throw illegalMessage
        }
        let shared = batch.properties.wire
        for index in messages.indices {
            messages[index].systemFlags = batch.systemFlags
            let own = messages[index].properties.wire
            let separator = own.isEmpty || own.utf8.last == 2 || shared.isEmpty ? "" : "\u{2}"
            messages[index].properties = MessageProperties(wire: own + separator + shared)
            try check(messages[index])
        }
        for index in messages.indices { try append(&messages[index]) }
        var response = SendMessageResponse(
            msgId: messages.map(\.offsetID).joined(separator: ","), queueId: batch.queueId,
            queueOffset: messages[0].queueOffset)
        response.transactionId = batch.uniqueKey
        return response
    }
}
