/// Where a name server, broker or controller listens.
public struct PeerAddress: Sendable, Hashable {
    /// A host name or an IP address; IPv6 without brackets.
    public var host: String
    public var port: UInt16

    public init(host: String, port: UInt16) { (self.host, self.port) = (host, port) }

    /// Reads `host:port` or `[ipv6]:port`; nil when the port is missing or out of range.
    public init?(_ text: some StringProtocol) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let digits = text[text.index(after: colon)...]
        guard digits.first != "+", let port = UInt16(digits), port > 0 else { return nil }
        var host = text[..<colon]
        if host.first == "[", host.last == "]" {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, !host.contains(where: \.isWhitespace) else { return nil }
        self.init(host: String(host), port: port)
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
