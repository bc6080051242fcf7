import AdminProtocol
import Remoting
import Testing

@Suite struct MessageReaderTests {
    /// Bodies of answers that hold messages: pulled, looked up by key, by id.
    static func batches() throws -> [(file: String, bytes: [UInt8])] {
        try RecordedCall.all().compactMap { call in
            guard [11, 12, 33].contains(call.request.code), let body = call.response?.body, body.count >= 91 else {
                return nil
            }
            return (call.file, body)
        }
    }

    @Test func `every recorded batch decodes, and encodes to the same bytes`() throws {
        var count = 0
        for (file, bytes) in try Self.batches() {
            let messages = try MessageReader.messages(in: bytes)
            #expect(messages.flatMap { $0.encoded() } == bytes, "\(file)")
            #expect(messages.reduce(0) { $0 + $1.storeSize } == bytes.count)
            count += messages.count
        }
        #expect(count > 150)
    }

    @Test func `a recorded compressed body opens, and its size is that of the text`() throws {
        let messages = try Self.batches().flatMap { try MessageReader.messages(in: $0.bytes) }
        let compressed = messages.filter { $0.compression != nil }
        #expect(!compressed.isEmpty)
        for message in compressed { #expect(try message.content().count >= 4096) }
        for message in messages where message.compression == nil { #expect(try message.content() == message.body) }
        #expect(throws: CompressionError.tooLong(limit: 100)) { try compressed.first?.content(limit: 100) }
    }

    @Test func `a message that is cut anywhere is an error, never a message`() throws {
        let batch = try #require(try Self.batches().min { $0.bytes.count < $1.bytes.count })
        for length in 1..<batch.bytes.count {
            #expect(throws: MessageError.self) { try MessageReader.messages(in: Array(batch.bytes[..<length])) }
        }
    }

    @Test func `two messages end to end are two, and a cut second one does not lose the first`() throws {
        let (one, two) = (Self.message(body: "one"), Self.message(body: "two"))
        let bytes = one.encoded() + two.encoded()
        #expect(try MessageReader.messages(in: bytes).map(\.body) == [one.body, two.body])
        var reader = MessageReader(Array(bytes.dropLast()))
        #expect(try reader.next()?.body == one.body)
        #expect(throws: MessageError.self) { try reader.next() }
        #expect(try reader.next() == nil, "there is nothing to find after an error")
    }

    @Test func `no bytes are no messages`() throws { #expect(try MessageReader.messages(in: []).isEmpty) }

    /// Where the lengths of a message with IPv4 hosts stand, and how wide they are.
    @Test(arguments: [("size", 0, 4), ("magic", 4, 4), ("body", 84, 4), ("topic", 91, 1), ("properties", 98, 2)])
    func `a length that lies is an error or leaves the rest unread, never a crash`(
        _ name: String, _ place: Int, _ width: Int
    ) throws {
        // The body's length is at 84, "one" at 88, the topic's length at 91, "TopicA" at 92, the properties' at 98.
        let message = Self.message(body: "one").encoded()
        for lie: UInt32 in [0, 1, 90, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF, 0xFF] {
            var bytes = message
            bytes.replaceSubrange(place..<(place + width), with: lie.bigEndianBytes.suffix(width))
            if bytes == message { continue }
            let result = Result { try MessageReader.messages(in: bytes) }
            switch result {
            case .failure(let error): #expect(error is MessageError)
            case .success(let messages):
                // Shorter texts can be read: they stay within the message.
                #expect(name != "size" && name != "magic" && messages.count == 1, "\(name) \(lie)")
            }
        }
    }

    @Test func `an IPv6 broker and producer are read`() throws {
        var message = Self.message(body: "six")
        let host = HostAddress(ip: Array(repeating: 0, count: 15) + [1], port: 10_911)
        (message.bornHost, message.storeHost) = (host, host)
        message.systemFlags = [.bornHostIPv6, .storeHostIPv6]
        let read = try #require(try MessageReader.messages(in: message.encoded()).first)
        #expect(read.storeHost == host)
        #expect(read.offsetID.utf8.count == 56)
        #expect(MessageID(read.offsetID)?.address == host)
    }

    @Test func `a topic of more than 127 bytes takes the second layout`() throws {
        for length in [127, 128, 255, 300] {
            var message = Self.message(body: "x")
            message.topic = String(repeating: "t", count: length)
            let bytes = message.encoded()
            #expect(bytes[7] == (length > 127 ? 0xAB : 0xA7))
            #expect(try MessageReader.messages(in: bytes).first?.topic == message.topic)
        }
    }

    static func message(body: String) -> StoredMessage {
        StoredMessage(
            topic: "TopicA", queueId: 1, queueOffset: 2, commitLogOffset: 3, bornTimestamp: 4,
            bornHost: HostAddress(ip: [127, 0, 0, 1], port: 1), storeTimestamp: 5,
            storeHost: HostAddress(ip: [127, 0, 0, 1], port: 10_911), body: Array(body.utf8),
            properties: MessageProperties([("KEYS", "k")]))
    }
}
