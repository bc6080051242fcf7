/// Why bytes are not the stored messages that they claim to be.
public enum MessageError: Error, Equatable {
    case truncated(at: Int)
    case badSize(Int, at: Int)
    case badMagic(UInt32, at: Int)
    case badLength(String, Int)
    case unreadableBody(String)
}

extension MessageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .truncated(let offset): "a message ends early at byte \(offset)"
        case .badSize(let size, let offset): "a message at byte \(offset) claims \(size) bytes"
        case .badMagic(let magic, let offset): "no message at byte \(offset): magic number \(String(magic, radix: 16))"
        case .badLength(let part, let length): "a message's \(part) claims \(length) bytes"
        case .unreadableBody(let reason): "a batch of messages cannot be opened: \(reason)"
        }
    }
}

/// Reads stored messages one after another from the body of a response, which holds any number of them end to end.
public struct MessageReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0
    /// The last message's topic, which mostly is the next one's too.
    private var topic = (bytes: ArraySlice<UInt8>(), text: "")

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// All messages in `bytes`.
    public static func messages(in bytes: [UInt8]) throws(MessageError) -> [StoredMessage] {
        var reader = MessageReader(bytes)
        var messages: [StoredMessage] = []
        while let message = try reader.next() { messages.append(message) }
        return messages
    }

    /// The next message, or nil at the end; after an error there is no next message.
    public mutating func next() throws(MessageError) -> StoredMessage? {
        guard position < bytes.count else { return nil }
        let start = position
        position = bytes.count
        var fields = FieldReader(bytes: bytes, position: start, end: bytes.count)
        let size = Int(try fields.int32())
        guard size >= Self.smallest, size <= bytes.count - start else { throw .badSize(size, at: start) }
        fields.end = start + size
        let message = try message(&fields, size: size, at: start)
        position = start + size
        return message
    }

    /// All fields of a message with four-byte addresses, and nothing in its texts and body.
    private static let smallest = 91

    private mutating func message(
        _ fields: inout FieldReader, size: Int, at start: Int
    ) throws(MessageError) -> StoredMessage {
        let version = try MessageVersion(magic: try fields.uint32(), at: start)
        let crc = try fields.uint32()
        let (queueId, flag) = (Int(try fields.int32()), Int(try fields.int32()))
        let (queueOffset, commitLogOffset) = (try fields.int64(), try fields.int64())
        let system = MessageSystemFlags(rawValue: Int(try fields.int32()))
        let bornTimestamp = try fields.int64()
        let bornHost = try fields.host(isIPv6: system.contains(.bornHostIPv6))
        let storeTimestamp = try fields.int64()
        let storeHost = try fields.host(isIPv6: system.contains(.storeHostIPv6))
        let (reconsumeTimes, prepared) = (Int(try fields.int32()), try fields.int64())
        let body = try fields.bytes(Int(try fields.int32()), "body")
        let topic = try fields.slice(version == .one ? Int(try fields.uint8()) : Int(try fields.uint16()), "topic")
        let properties = try fields.slice(Int(try fields.uint16()), "properties")
        var message = StoredMessage(
            topic: text(ofTopic: topic), queueId: queueId, queueOffset: queueOffset, commitLogOffset: commitLogOffset,
            bornTimestamp: bornTimestamp, bornHost: bornHost, storeTimestamp: storeTimestamp, storeHost: storeHost,
            body: body, properties: MessageProperties(wire: properties))
        (message.flag, message.systemFlags, message.bodyCRC) = (flag, system, crc)
        (message.reconsumeTimes, message.preparedTransactionOffset) = (reconsumeTimes, prepared)
        message.storeSize = size
        return message
    }

    private mutating func text(ofTopic bytes: ArraySlice<UInt8>) -> String {
        if bytes != topic.bytes { topic = (bytes, String(decoding: bytes, as: UTF8.self)) }
        return topic.text
    }
}

/// How a stored message writes its topic's length (`MessageVersion.java`): in one byte, or since 5.0 in two.
enum MessageVersion: UInt32 {
    case one = 0xDAA3_20A7
    case two = 0xDAA3_20AB

    init(magic: UInt32, at offset: Int) throws(MessageError) {
        guard let version = Self(rawValue: magic) else { throw .badMagic(magic, at: offset) }
        self = version
    }
}
