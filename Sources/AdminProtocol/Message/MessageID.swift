/// Where a message is stored: the broker's address and the offset in its commit log (`MessageDecoder.decodeMessageId`).
///
/// As text it is 32 hexadecimal digits, or 56 when the broker has an IPv6 address. A client's own id, the unique key,
/// looks the same but means something else.
public struct MessageID: Sendable, Hashable {
    public var address: HostAddress
    /// A byte offset in the commit log.
    public var offset: Int

    public init(address: HostAddress, offset: Int) { (self.address, self.offset) = (address, offset) }

    /// Nil unless `text` has one of the two lengths, hexadecimal digits only, and a port from 1 to 65,535.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 32 || text.utf8.count == 56, let bytes = [UInt8](hexadecimal: text) else { return nil }
        let ipLength = bytes.count - 12
        address = HostAddress(
            ip: Array(bytes[..<ipLength]),
            port: bytes[ipLength..<(ipLength + 4)].reduce(0) { $0 << 8 | Int($1) })
        guard (1...65_535).contains(address.port) else { return nil }
        offset = bytes[(ipLength + 4)...].reduce(0) { $0 << 8 | Int($1) }
        guard offset >= 0 else { return nil }
    }
}

extension MessageID: CustomStringConvertible {
    public var description: String {
        let port = UInt32(truncatingIfNeeded: address.port)
        let offset = UInt64(bitPattern: Int64(offset))
        return (address.ip + port.bigEndianBytes + offset.bigEndianBytes).hexadecimal
    }
}

extension FixedWidthInteger {
    /// The bytes of the number, the most significant one first.
    public var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}

extension [UInt8] {
    /// Nil unless `text` is an even number of hexadecimal digits.
    public init?(hexadecimal text: some StringProtocol) {
        var digits: [UInt8] = []
        for character in text.utf8 {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(character - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digits.append(character - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(character - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        guard digits.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// Two upper-case digits a byte, as `UtilAll.bytes2string` writes them.
    public var hexadecimal: String {
        String(unsafeUninitializedCapacity: 2 * count) { text in
            func digit(_ value: UInt8) -> UInt8 {
                value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
            }
            for (place, byte) in enumerated() {
                (text[2 * place], text[2 * place + 1]) = (digit(byte >> 4), digit(byte & 15))
            }
            return 2 * count
        }
    }
}
