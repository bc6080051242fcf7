internal import AdminProtocol

/// A stored message, of which only what is asked for is read (`MessageDecoder.decode` knows the layout).
///
/// Valid for as long as its bytes are.
struct StoredFields {
    private let bytes: UnsafeRawBufferPointer
    private let topicRange: Range<Int>
    private let propertyRange: Range<Int>
    private let hostShift: Int

    /// Nil where the bytes are not one whole message.
    init?(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        guard bytes.count >= 91, Self.number(bytes, 0, Int32.self) == bytes.count else { return nil }
        let flags = Self.number(bytes, 36, Int32.self)
        hostShift = flags & 0x10 == 0 ? 0 : 12
        let body = 84 + hostShift + (flags & 0x20 == 0 ? 0 : 12)
        let isLong = Self.number(bytes, 4, UInt32.self) == 0xDAA3_20AB
        guard isLong || Self.number(bytes, 4, UInt32.self) == 0xDAA3_20A7, body + 4 <= bytes.count else { return nil }
        let size = Self.number(bytes, body, Int32.self)
        guard size >= 0, size <= bytes.count - body - 4 - (isLong ? 4 : 3) else { return nil }
        let topic = body + 4 + size
        let topicSize = isLong ? Self.number(bytes, topic, UInt16.self) : Int(bytes[topic])
        topicRange = topic + (isLong ? 2 : 1)..<topic + (isLong ? 2 : 1) + topicSize
        guard topicRange.upperBound + 2 <= bytes.count else { return nil }
        propertyRange = topicRange.upperBound + 2..<bytes.count
        guard Self.number(bytes, topicRange.upperBound, UInt16.self) == propertyRange.count else { return nil }
    }

    var queueId: Int { Self.number(bytes, 12, Int32.self) }
    var queueOffset: Int { Self.number(bytes, 20, Int64.self) }
    var commitLogOffset: Int { Self.number(bytes, 28, Int64.self) }
    /// Epoch milliseconds.
    var storeTimestamp: Int { Self.number(bytes, 56 + hostShift, Int64.self) }
    var size: Int { bytes.count }
    var topic: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[topicRange]) }
    private var properties: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[propertyRange]) }

    /// The value of a property, whose name is ASCII.
    func property(_ name: StaticString) -> UnsafeRawBufferPointer? {
        let properties = properties
        let name = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        var start = 0
        while start < properties.count {
            var end = start
            while end < properties.count, properties[end] != 2 { end += 1 }
            let middle = start + name.count
            if middle < end, properties[middle] == 1, properties[start..<middle].elementsEqual(name) {
                return UnsafeRawBufferPointer(rebasing: properties[(middle + 1)..<end])
            }
            start = end + 1
        }
        return nil
    }

    /// What filters go by.
    var tagsCode: Int {
        property("TAGS").map { Int(JavaHash.hash(String(decoding: $0, as: UTF8.self))) } ?? 0
    }

    private static func number<Number: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, _ position: Int, _ type: Number.Type
    ) -> Int {
        Int(truncatingIfNeeded: Number(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self)))
    }
}
