/// Where a name server, broker or controller listens.
public struct PeerAddress: Sendable, Hashable {
    /// A host name or an IP address; IPv6 without brackets.
    public var host: String
    public var port: UInt16

    public init(host: String, port: UInt16) { (self.host, self.port) = (host, port) }

    /// Reads `host:port` or `[ipv6]:port`; nil when the port is missing or out of range.
    public init?(_ text: some StringProtocol) {
        // Byte by byte: a thousand brokers have a thousand of them.
        let bytes = String(text).utf8
        let colonSign = UInt8(ascii: ":")
        guard let colon = bytes.lastIndex(of: colonSign) else { return nil }
        let digits = bytes[bytes.index(after: colon)...]
        guard digits.first != UInt8(ascii: "+"), let port = UInt16(Substring(digits)), port > 0 else { return nil }
        var host = bytes[..<colon]
        if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(colonSign) {
            return nil
        }
        guard !host.isEmpty, !host.contains(where: { $0 <= 0x20 }) else { return nil }
        self.init(host: String(Substring(host)), port: port)
    }
}

extension PeerAddress: CustomStringConvertible, Comparable {
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    public static func < (left: PeerAddress, right: PeerAddress) -> Bool {
        (left.host, left.port) < (right.host, right.port)
    }
}

/// The name servers of a cluster, each of which knows all of it.
public struct NameServerList: Sendable, Hashable {
    public var addresses: [PeerAddress]

    public init(_ addresses: [PeerAddress]) { self.addresses = addresses }

    /// Reads `host:port;host:port`, where commas and blanks separate too.
    ///
    /// Throws the first part that is not an address; an empty text is an empty list.
    public init(parsing text: String) throws(AddressError) {
        addresses = []
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "," || $0.isWhitespace }) {
            guard let address = PeerAddress(part) else { throw AddressError(text: String(part)) }
            if !addresses.contains(address) { addresses.append(address) }
        }
    }
}

/// A text that is not a `host:port`.
public struct AddressError: Error, Equatable, CustomStringConvertible {
    public var text: String

    public init(text: String) { self.text = text }

    public var description: String {
        text.contains(":")
            ? "'\(text)' is not an address: write host:port with a port from 1 to 65535"
            : "'\(text)' has no port: write host:port, such as \(text):9876"
    }
}
