extension StoredMessage {
    /// The bytes that a broker stores and sends for this message; `storeSize` is not read but counted.
    ///
    /// A topic of more than 127 bytes takes the second version of the layout, which only 5.x reads. Topic and properties
    /// end at 65,535 bytes, the most that the layout can announce; brokers refuse longer ones before they store them.
    public func encoded() -> [UInt8] {
        let topicBytes = Array(topic.utf8.prefix(Int(UInt16.max)))
        let propertyBytes = Array(properties.wire.utf8.prefix(Int(UInt16.max)))
        let isLong = topicBytes.count > 127
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128 + body.count + topicBytes.count + propertyBytes.count)
        bytes += [0, 0, 0, 0]
        bytes += (isLong ? MessageVersion.two : .one).rawValue.bigEndianBytes
        bytes += bodyCRC.bigEndianBytes
        for number in [queueId, flag] { bytes += Int32(truncatingIfNeeded: number).bigEndianBytes }
        for number in [queueOffset, commitLogOffset] { bytes += Int64(number).bigEndianBytes }
        bytes += Int32(truncatingIfNeeded: systemFlags.rawValue).bigEndianBytes
        bytes += Int64(bornTimestamp).bigEndianBytes + bornHost.encoded()
        bytes += Int64(storeTimestamp).bigEndianBytes + storeHost.encoded()
        bytes += Int32(truncatingIfNeeded: reconsumeTimes).bigEndianBytes
        bytes += Int64(preparedTransactionOffset).bigEndianBytes
        bytes += Int32(truncatingIfNeeded: body.count).bigEndianBytes + body
        bytes += isLong ? UInt16(clamping: topicBytes.count).bigEndianBytes : [UInt8(clamping: topicBytes.count)]
        bytes += topicBytes
        bytes += UInt16(clamping: propertyBytes.count).bigEndianBytes + propertyBytes
        bytes.replaceSubrange(0..<4, with: Int32(truncatingIfNeeded: bytes.count).bigEndianBytes)
        return bytes
    }
}

extension HostAddress {
    fileprivate func encoded() -> [UInt8] { ip + Int32(truncatingIfNeeded: port).bigEndianBytes }
}
