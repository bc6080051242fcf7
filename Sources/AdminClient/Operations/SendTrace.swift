internal import AdminProtocol

extension Producer {
    /// Records in the trace topic that a message was sent, as RocketMQ's clients do (`TraceDataEncoder.java`, 5.3.3).
    ///
    /// `now` is in epoch milliseconds.
    public func trace(_ sent: SentMessage, of message: OutgoingMessage, now: Int) async throws {
        let values = [
            "Pub", "\(now)", "DefaultRegion", group, message.topic, sent.uniqueKey, message.tags ?? "null",
            message.keys ?? "null", sent.address.description, "\(message.body.count)", "\(sent.cost)",
            "0", sent.offsetID, "\(sent.status == .success)",
        ]
        let text = values.joined(separator: "\u{1}") + "\u{2}"
        var trace = OutgoingMessage(topic: Self.traceTopic, body: Array(text.utf8))
        trace.keys = ([sent.uniqueKey] + (message.keys.map { [$0] } ?? [])).joined(separator: " ")
        _ = try await send(trace, now: now)
    }
}
