/// Where brokers are reached that advertise addresses of another network, such as containers do.
public struct AddressMap: Sendable, Hashable {
    struct Rule: Sendable, Hashable {
        /// A host, or a host and a port, in which `*` stands for anything.
        var pattern: String
        var host: String
        /// Nil for the port that is advertised.
        var port: UInt16?
    }

    var rules: [Rule] = []
    /// Whether an address of a private network that cannot be connected to is tried at the name server's host.
    public var isAutomatic = false

    /// A map that changes nothing.
    public init() {}

    /// Reads `auto`, `172.17.0.*=127.0.0.1` or `10.0.0.5:10911=localhost:10931`, several of them with commas between.
    public init?(parsing text: String) {
        for part in text.split(separator: ",").map({ $0.filter { !$0.isWhitespace } }) {
            if part == "auto" {
                isAutomatic = true
                continue
            }
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
            if let target = PeerAddress(sides[1]) {
                rules.append(Rule(pattern: sides[0], host: target.host, port: target.port))
            } else {
                guard !sides[1].contains(":") else { return nil }
                rules.append(Rule(pattern: sides[0], host: sides[1], port: nil))
            }
        }
        if rules.isEmpty, !isAutomatic { return nil }
    }

    /// Where `address` is reached, by the first rule that fits it.
    func destination(of address: PeerAddress) -> PeerAddress? {
        let rule = rules.first { rule in
            Self.fits(rule.pattern, rule.pattern.contains(":") ? address.description : address.host)
        }
        return rule.map { PeerAddress(host: $0.host, port: $0.port ?? address.port) }
    }

    private static func fits(_ pattern: String, _ text: String) -> Bool {
        let (pattern, text) = (Array(pattern.utf8), Array(text.utf8))
        var (place, index) = (0, 0)
        var (star, resume): (Int?, Int) = (nil, 0)
        while index < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                (star, resume) = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == text[index] {
                (place, index) = (place + 1, index + 1)
            } else if let star {
                resume += 1
                (place, index) = (star + 1, resume)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

extension AddressMap: CustomStringConvertible {
    public var description: String {
        let pairs = rules.map { rule in
            "\(rule.pattern)=" + (rule.port.map { "\(PeerAddress(host: rule.host, port: $0))" } ?? rule.host)
        }
        return (pairs + (isAutomatic ? ["auto"] : [])).joined(separator: ",")
    }
}

extension PeerAddress {
    /// Whether only machines of one network know the address: a private one of IPv4, the machine itself, or a name
    /// without a dot.
    public var isLocalToItsNetwork: Bool {
        let numbers = host.split(separator: ".").compactMap { UInt8($0) }
        guard numbers.count == 4 else { return !host.contains(".") && !host.contains(":") }
        return switch (numbers[0], numbers[1]) {
        case (10, _), (127, _), (172, 16...31), (192, 168), (169, 254): true
        default: false
        }
    }

    /// Whether the two hosts' addresses begin alike, as those of one network do.
    func isBeside(_ other: PeerAddress) -> Bool {
        host == other.host || host.split(separator: ".").prefix(2) == other.host.split(separator: ".").prefix(2)
    }
}
