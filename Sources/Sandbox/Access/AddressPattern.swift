internal import Glibc

/// Addresses as rules about access write them.
enum AddressPattern {
    /// Whether an account, or everybody, needs no signature from an address (`RemoteAddressStrategyFactory.java` 4.9.8):
    /// `*`, `10.0.0.1`, `10.0.0.{1,2}`, `10.0.0.1,10.0.0.2`, `10.0.1-9.*`, and so on for IPv6.
    static func accounts(_ pattern: String, match address: String) -> Bool {
        if ["*", "*.*.*.*", "*:*:*:*:*:*:*:*"].contains(pattern) { return true }
        if let brace = pattern.firstIndex(of: "{"), pattern.hasSuffix("}") {
            let alternatives = pattern[brace...].dropFirst().dropLast().split(separator: ",")
            return alternatives.contains { isSame("\(pattern[..<brace])\($0)", address) }
        }
        let parts = pattern.split(separator: ",")
        if parts.count > 1 { return parts.contains { isSame(String($0), address) } }
        let mark: Character = pattern.contains(":") ? ":" : "."
        let groups = pattern.split(separator: mark, omittingEmptySubsequences: false)
        guard let first = groups.firstIndex(where: { $0.contains("*") || $0.contains("-") }) else {
            return isSame(pattern, address)
        }
        return range(groups[first], after: groups[..<first], of: groups.count, mark, holds: address)
    }

    /// Whether the group after `head` is in a range; those after it do not matter, as in the original.
    private static func range(
        _ range: Substring, after head: ArraySlice<Substring>, of count: Int, _ mark: Character, holds address: String
    ) -> Bool {
        let rest = [Substring](repeating: "0", count: count - head.count)
        let (size, radix) = mark == ":" ? (2, 16) : (1, 10)
        guard let low = bytes((head + rest).joined(separator: String(mark))), let own = bytes(address),
            own.count == low.count, rest.count * size <= own.count
        else { return false }
        let place = own.count - rest.count * size
        let value = own[place..<(place + size)].reduce(0) { $0 << 8 | Int($1) }
        guard place > 0, low[..<place] == own[..<place] else { return false }
        if range == "*" { return true }
        let ends = range.split(separator: "-").compactMap { Int($0, radix: radix) }
        return ends.count == 2 && ends[0] <= value && value <= ends[1]
    }

    /// Whether a policy is for an address: that of the rule, or one in its network (`IPAddressUtils.isIPInRange` 5.3.3).
    static func network(_ network: String, holds address: String) -> Bool {
        let parts = network.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return network == address }
        guard let bits = Int(parts[1]), let base = bytes(parts[0]), let own = bytes(address),
            base.count == own.count, (0...(8 * base.count)).contains(bits)
        else { return false }
        return base.indices.allSatisfy { index in
            let kept = min(8, max(0, bits - 8 * index))
            return (base[index] ^ own[index]) & ~UInt8(truncatingIfNeeded: 0xFF >> kept) == 0
        }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        bytes(one).map { $0 == bytes(other) } ?? false
    }

    /// The 4 bytes of an IPv4 address or the 16 of an IPv6 one.
    private static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let isLong = text.utf8.contains(UInt8(ascii: ":"))
        var bytes = [UInt8](repeating: 0, count: isLong ? 16 : 4)
        return inet_pton(isLong ? AF_INET6 : AF_INET, String(text), &bytes) == 1 ? bytes : nil
    }
}
