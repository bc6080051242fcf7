import AdminProtocol
import Testing

@Suite struct MessageIDTests {
    private static let short = "7F00000100002A9F00000000000003E8"
    private static let long = "FD00000000000000000000000000000100002A9F00000000000003E8"

    @Test func `an id of 32 digits is an IPv4 address, a port and an offset`() throws {
        let id = try #require(MessageID(Self.short))
        #expect(id.address == HostAddress(ip: [127, 0, 0, 1], port: 10_911))
        #expect(id.address.description == "127.0.0.1:10911")
        #expect(id.offset == 1000)
        #expect(id.description == Self.short)
    }

    @Test func `an id of 56 digits has an IPv6 address`() throws {
        let id = try #require(MessageID(Self.long))
        #expect(id.address.description == "[fd00:0:0:0:0:0:0:1]:10911")
        #expect(id.offset == 1000)
        #expect(id.description == Self.long)
    }

    @Test func `digits may be small`() {
        #expect(MessageID(Self.short.lowercased()) == MessageID(Self.short))
    }

    @Test func `no other length is an id`() {
        for length in 0...120 where length != 32 && length != 56 {
            #expect(MessageID(String((Self.long + Self.long + Self.long).prefix(length))) == nil, "\(length)")
        }
    }

    @Test(arguments: ["g", " ", "-", "+", "é", "\u{0}", "/", ":", "@", "`"])
    func `a character that is no digit makes it no id, wherever it stands`(_ character: String) {
        for place in 0..<32 {
            let text = Self.short.prefix(place) + character + Self.short.dropFirst(place + 1)
            #expect(MessageID(text) == nil)
        }
        // Two bytes of UTF-8 where 32 bytes are expected.
        #expect(MessageID(Self.short.dropLast(2) + "é") == nil)
    }

    @Test(arguments: [
        (port: 0, "00000000"), (port: 1, "00000001"), (port: 65_535, "0000FFFF"), (port: 65_536, "00010000"),
        (port: 4_294_967_295, "FFFFFFFF"),
    ])
    func `only ports from 1 to 65535 are taken`(_ port: Int, _ digits: String) {
        let id = MessageID("7F000001" + digits + "0000000000000000")
        #expect((id != nil) == (1...65_535).contains(port))
        if let id { #expect(id.address.port == port) }
    }

    @Test func `an offset below zero makes it no id`() {
        #expect(MessageID("7F00000100002A9F8000000000000000") == nil)
        #expect(MessageID("7F00000100002A9F7FFFFFFFFFFFFFFF")?.offset == .max)
    }

    @Test func `hexadecimal text is read by pairs only`() {
        #expect([UInt8](hexadecimal: "00fF7a") == [0, 255, 122])
        #expect([UInt8](hexadecimal: "123") == nil)
        #expect([UInt8](hexadecimal: "")?.isEmpty == true)
        #expect([0, 255, 122].hexadecimal == "00FF7A")
    }
}
