/// What a client wrote down about a message (`TraceDataEncoder.java`, `TraceView.java`).
public struct TraceRecord: Sendable, Equatable {
    /// What the client did (`TraceType.java`); other types do not stand for one message.
    public enum Kind: String, Sendable {
        /// Sent it.
        case sent = "Pub"
        /// Consumed it.
        case consumed = "SubAfter"
    }

    public var kind: Kind
    /// The id that the producer gave the message.
    public var messageID: String
    /// Epoch milliseconds; 0 where a consumer before 4.9 did not say.
    public var timestamp = 0
    /// Nil where a consumer before 4.9 did not say.
    public var group: String?
    /// Milliseconds.
    public var cost: Int
    public var isSuccess: Bool
    public var topic: String?
    public var tags: String?
    public var keys: String
    public var storeHost: String?
    public var offsetMessageID: String?

    /// The records of a trace message's body: pieces that end with U+0002, of values with U+0001 between them.
    ///
    /// Records of other types, and those that lack a value, are left out.
    public static func records(in body: [UInt8]) -> [TraceRecord] {
        body.split(separator: 2).compactMap { piece in
            let values = piece.split(separator: 1, omittingEmptySubsequences: false)
            return TraceRecord(values.map { String(decoding: $0, as: UTF8.self) })
        }
    }

    private init?(_ values: [String]) {
        switch values.first.flatMap(Kind.init) {
        case .sent: self.init(sent: values)
        case .consumed: self.init(consumed: values)
        case nil: return nil
        }
    }

    private init?(sent values: [String]) {
        guard values.count >= 13, let timestamp = Int(values[1]), let cost = Int(values[10]) else { return nil }
        (kind, messageID, self.timestamp, group) = (.sent, values[5], timestamp, values[3])
        (self.cost, topic, tags, keys, storeHost) = (cost, values[4], values[6], values[7], values[8])
        // Since 4.4 the broker's id stands before the outcome.
        let hasOffsetID = values.count >= 14
        offsetMessageID = hasOffsetID ? values[12] : nil
        isSuccess = values[hasOffsetID ? 13 : 12] == "true"
    }

    private init?(consumed values: [String]) {
        guard values.count >= 6, let cost = Int(values[3]) else { return nil }
        (kind, messageID, self.cost, isSuccess, keys) = (.consumed, values[2], cost, values[4] == "true", values[5])
        guard values.count >= 9 else { return }
        (timestamp, group) = (Int(values[7]) ?? 0, values[8])
    }
}
