/// Reads big-endian numbers and texts of announced length, never past `end`.
struct FieldReader {
    let bytes: [UInt8]
    var position: Int
    var end: Int

    mutating func uint8() throws(MessageError) -> UInt8 { try number() }
    mutating func uint16() throws(MessageError) -> UInt16 { try number() }
    mutating func uint32() throws(MessageError) -> UInt32 { try number() }
    mutating func int32() throws(MessageError) -> Int32 { try number() }
    mutating func int64() throws(MessageError) -> Int { Int(try number() as Int64) }

    mutating func host(isIPv6: Bool) throws(MessageError) -> HostAddress {
        let high = isIPv6 ? try number() as UInt64 : 0
        let low = isIPv6 ? try number() as UInt64 : UInt64(try uint32())
        return HostAddress(high: high, low: low, isIPv6, port: Int(try int32()))
    }

    mutating func bytes(_ count: Int, _ part: String) throws(MessageError) -> [UInt8] {
        Array(try slice(count, part))
    }

    /// A part of the bytes, which is not copied.
    mutating func slice(_ count: Int, _ part: String) throws(MessageError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= end - position else { throw .badLength(part, count) }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    private mutating func number<Number: FixedWidthInteger>() throws(MessageError) -> Number {
        let size = MemoryLayout<Number>.size
        guard size <= end - position else { throw .truncated(at: position) }
        defer { position += size }
        return bytes.withUnsafeBytes {
            Number(bigEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
        }
    }
}
