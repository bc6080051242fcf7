extension StoredMessage {
    /// The bytes that a broker stores and sends for this message; `storeSize` is not read but counted.
    ///
    /// A topic of more than 127 bytes takes the second version of the layout, which only 5.x reads. Topic and properties
    /// end at 65,535 bytes, the most that the layout can announce; brokers refuse longer ones before they store them.
    public func encoded() -> [UInt8] {
        let properties = properties.wireBytes.prefix(Int(UInt16.max))
        let topicSize = min(topic.utf8.count, Int(UInt16.max))
        let isLong = topicSize > 127
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128 + body.count + topicSize + properties.count)
        bytes.append(number: UInt32(0))  // the size, known in the end
        bytes.append(number: (isLong ? MessageVersion.two : .one).rawValue)
        bytes.append(number: bodyCRC)
        for number in [queueId, flag] { bytes.append(number: Int32(truncatingIfNeeded: number)) }
        for number in [queueOffset, commitLogOffset] { bytes.append(number: Int64(number)) }
        bytes.append(number: Int32(truncatingIfNeeded: systemFlags.rawValue))
        bytes.append(number: Int64(bornTimestamp))
        bornHost.write(to: &bytes)
        bytes.append(number: Int64(storeTimestamp))
        storeHost.write(to: &bytes)
        bytes.append(number: Int32(truncatingIfNeeded: reconsumeTimes))
        bytes.append(number: Int64(preparedTransactionOffset))
        bytes.append(number: Int32(truncatingIfNeeded: body.count))
        bytes += body
        if isLong { bytes.append(number: UInt16(topicSize)) } else { bytes.append(UInt8(topicSize)) }
        bytes += topic.utf8.prefix(topicSize)
        bytes.append(number: UInt16(properties.count))
        bytes += properties
        let size = UInt32(truncatingIfNeeded: bytes.count)
        for place in 0..<4 { bytes[place] = UInt8(truncatingIfNeeded: size >> (24 - 8 * UInt32(place))) }
        return bytes
    }
}

extension [UInt8] {
    /// Appends a number, its most significant byte first.
    mutating func append<Number: FixedWidthInteger>(number: Number) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}

extension HostAddress {
    fileprivate func write(to bytes: inout [UInt8]) {
        if isIPv6 { bytes += ip } else { bytes.append(number: UInt32(truncatingIfNeeded: low)) }
        bytes.append(number: Int32(truncatingIfNeeded: port))
    }
}
