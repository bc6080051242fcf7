extension StoredMessage {
    /// Whether the body is a batch that clients open themselves; since 5.0.
    var isWrappedBatch: Bool { systemFlags.isSuperset(of: [.innerBatch, .needsUnwrapping]) }

    /// The messages of a batch's body (`MessageDecoder.decodeMessages`), which have the batch's hosts and times.
    public func unwrapped() throws(MessageError) -> [StoredMessage] {
        let bytes: [UInt8]
        do { bytes = try content() } catch { throw .unreadableBody("\(error)") }
        var fields = FieldReader(bytes: bytes, position: 0, end: bytes.count)
        var messages: [StoredMessage] = []
        while fields.position < fields.end {
            // Size, magic number and checksum say nothing that the batch does not say.
            for _ in 0..<3 { _ = try fields.int32() }
            var message = self
            message.flag = Int(try fields.int32())
            message.body = try fields.bytes(Int(try fields.int32()), "body")
            message.properties = MessageProperties(
                wire: try fields.slice(Int(try fields.uint16()), "properties"))
            message.queueOffset = queueOffset + messages.count
            messages.append(message)
        }
        return messages
    }
}
