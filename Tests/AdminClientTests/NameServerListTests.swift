import AdminClient
import Testing

@Suite struct NameServerListTests {
    private static let two = [PeerAddress(host: "a", port: 1), PeerAddress(host: "b", port: 2)]

    @Test(arguments: ["a:1;b:2", "a:1,b:2", " a:1  b:2\n", ";;a:1;,b:2;", "a:1;\tb:2", "a:1;b:2;a:1"])
    func `semicolons, commas and blanks separate, and a server that comes twice is one`(_ text: String) throws {
        #expect(try NameServerList(parsing: text).addresses == Self.two)
    }

    @Test(arguments: ["", " ", ";,;"])
    func `nothing is an empty list`(_ text: String) throws {
        #expect(try NameServerList(parsing: text).addresses.isEmpty)
    }

    @Test(arguments: [("[::1]:9876", "::1"), ("[fe80::1%eth0]:9876", "fe80::1%eth0")])
    func `an IPv6 address stands in brackets`(_ text: String, _ host: String) throws {
        let address = try #require(try NameServerList(parsing: text).addresses.first)
        #expect(address == PeerAddress(host: host, port: 9876))
        #expect(address.description == text)
    }

    @Test(arguments: [
        "host", "host:", "host:0", "host:65536", "host:-1", "host:+1", "host:x", "host:1.5", ":9876", "[]:9876",
        "::1:9876", "[::1]", "a:b:1", "host:9876x",
    ])
    func `what is no address is an error that quotes it`(_ text: String) {
        #expect(throws: AddressError(text: text)) { try NameServerList(parsing: "a:1;" + text) }
        #expect(PeerAddress(text) == nil)
    }

    @Test func `an address without a port says how to write one`() {
        #expect(AddressError(text: "host").description.contains("host:9876"))
        #expect(AddressError(text: "host:0").description.contains("1 to 65535"))
    }

    @Test func `addresses read what they write`() {
        for text in ["a:1", "10.0.0.1:65535", "[::1]:1"] { #expect(PeerAddress(text)?.description == text) }
    }

    @Test func `addresses sort by host, then by the port's number`() {
        let sorted = ["b:1", "a:10", "a:9"].compactMap { PeerAddress($0) }.sorted().map(\.description)
        #expect(sorted == ["a:9", "a:10", "b:1"])
    }
}
