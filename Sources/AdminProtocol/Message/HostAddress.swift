/// An IP address and a port, as messages and message ids carry them: four or sixteen bytes, and four for the port.
public struct HostAddress: Sendable, Hashable {
    // The address's bytes, of IPv4 the last four of `low`: a list of bytes would cost an allocation a message.
    private let high: UInt64
    let low: UInt64
    public let isIPv6: Bool
    /// As it was on the wire, where it may be out of range.
    public var port: Int

    /// `ip` has 4 bytes of IPv4 or 16 of IPv6, in network order.
    public init(ip: [UInt8], port: Int) {
        func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        let isIPv6 = ip.count == 16
        self.init(high: isIPv6 ? number(ip[..<8]) : 0, low: number(isIPv6 ? ip[8...] : ip[...]), isIPv6, port: port)
    }

    init(high: UInt64, low: UInt64, _ isIPv6: Bool, port: Int) {
        (self.high, self.low, self.isIPv6, self.port) = (high, low, isIPv6, port)
    }

    /// 4 bytes of IPv4 or 16 of IPv6, in network order.
    public var ip: [UInt8] {
        isIPv6 ? high.bigEndianBytes + low.bigEndianBytes : UInt32(truncatingIfNeeded: low).bigEndianBytes
    }
}

extension HostAddress: CustomStringConvertible {
    /// `127.0.0.1:10911`, or `[0:0:0:0:0:0:0:1]:10911`.
    public var description: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// The address alone: `127.0.0.1`, or `0:0:0:0:0:0:0:1` as Java writes IPv6.
    public var host: String {
        if !isIPv6 { return "\(low >> 24 & 255).\(low >> 16 & 255).\(low >> 8 & 255).\(low & 255)" }
        return [high, low].flatMap { word in
            [48, 32, 16, 0].map { String(word >> UInt64($0) & 0xffff, radix: 16) }
        }.joined(separator: ":")
    }
}
