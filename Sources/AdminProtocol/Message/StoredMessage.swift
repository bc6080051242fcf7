public import Remoting

/// A message as a broker stores and returns it (`MessageDecoder.decode`, `MessageExt.java`).
public struct StoredMessage: Sendable, Equatable {
    public var topic: String
    public var queueId: Int
    /// The message's place in its queue.
    public var queueOffset: Int
    /// The message's place in the broker's commit log, in bytes.
    public var commitLogOffset: Int
    /// The client's own flag, which brokers only carry.
    public var flag = 0
    public var systemFlags: MessageSystemFlags = []
    /// Epoch milliseconds, by the client's clock.
    public var bornTimestamp: Int
    public var bornHost: HostAddress
    /// Epoch milliseconds, by the broker's clock.
    public var storeTimestamp: Int
    public var storeHost: HostAddress
    public var reconsumeTimes = 0
    public var preparedTransactionOffset = 0
    /// CRC-32 of the body as it is stored.
    public var bodyCRC: UInt32 = 0
    /// As it is stored, which may be compressed; see `content(limit:)`.
    public var body: [UInt8]
    public var properties: MessageProperties
    /// Bytes that the message takes in the commit log.
    public var storeSize = 0

    public init(
        topic: String, queueId: Int, queueOffset: Int, commitLogOffset: Int, bornTimestamp: Int, bornHost: HostAddress,
        storeTimestamp: Int, storeHost: HostAddress, body: [UInt8], properties: MessageProperties
    ) {
        (self.topic, self.queueId, self.queueOffset) = (topic, queueId, queueOffset)
        (self.commitLogOffset, self.bornTimestamp, self.bornHost) = (commitLogOffset, bornTimestamp, bornHost)
        (self.storeTimestamp, self.storeHost) = (storeTimestamp, storeHost)
        (self.body, self.properties) = (body, properties)
    }
}

extension StoredMessage {
    /// Where the message is stored, as text: the id that brokers understand.
    public var offsetID: String { MessageID(address: storeHost, offset: commitLogOffset).description }

    /// The client's own id; nil for messages of clients that set none.
    public var uniqueKey: String? { properties[MessageProperty.uniqueKey] }

    public var tags: String? { properties[MessageProperty.tags] }
    public var keys: String? { properties[MessageProperty.keys] }

    /// How the body is compressed; nil when it is not.
    public var compression: Compression? {
        guard systemFlags.contains(.compressed) else { return nil }
        return Compression(wireValue: systemFlags.rawValue >> 8 & 7) ?? .zlib
    }

    /// The body, opened if it is compressed; throws when that takes more than `limit` bytes, or cannot be done.
    public func content(limit: Int = 64 << 20) throws(CompressionError) -> [UInt8] {
        guard let compression else { return body }
        return try compression.decompressed(body, limit: limit)
    }
}
