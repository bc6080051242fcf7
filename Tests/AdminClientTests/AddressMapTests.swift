import Testing

@testable import AdminClient

@Suite struct AddressMapTests {
    @Test(
        arguments: [
            ("172.17.0.*=127.0.0.1", "172.17.0.12:10911", "127.0.0.1:10911"),
            ("172.17.0.*=127.0.0.1", "172.18.0.12:10911", nil),
            ("10.0.0.5:10911=localhost:10931", "10.0.0.5:10911", "localhost:10931"),
            ("10.0.0.5:10911=localhost:10931", "10.0.0.5:10912", nil),
            ("broker-*.svc=gate,*=other:1", "broker-a.svc:2", "gate:2"),
            ("broker-*.svc=gate,*=other:1", "x:2", "other:1"),
            ("*a*b*=c", "xaybz:1", "c:1"), ("*a*b*=c", "xbya:1", nil), ("a*=c", "ba:1", nil), (" a = b ", "a:1", "b:1"),
            ("auto", "10.0.0.1:1", nil), ("*:10911=x", "h:10911", "x:10911"),
        ] as [(String, String, String?)]) func `the first rule that fits says where`(
            _ map: String, _ address: String, _ destination: String?
        ) throws
    {
        let map = try #require(AddressMap(parsing: map))
        #expect(try map.destination(of: #require(PeerAddress(address)))?.description == destination)
    }

    @Test(arguments: ["", ",", "a", "a=", "=b", "a=b=c", "a=b:c", "a=[::1]", "automatic"])
    func `what is no map is refused`(_ text: String) { #expect(AddressMap(parsing: text) == nil) }

    @Test func `a map reads as it was written`() {
        for text in ["172.17.0.*=127.0.0.1", "a:1=b:2,*=c,auto"] {
            #expect(AddressMap(parsing: text)?.description == text)
        }
    }

    @Test(arguments: ["10.1.2.3", "127.0.0.1", "172.16.0.1", "172.31.9.9", "192.168.1.1", "169.254.0.1", "broker"])
    func `private addresses and bare names belong to one network`(_ host: String) {
        #expect(PeerAddress(host: host, port: 1).isLocalToItsNetwork)
    }

    @Test(arguments: ["8.8.8.8", "172.32.0.1", "192.169.1.1", "broker.example.com", "2001:db8::1"])
    func `others do not`(_ host: String) { #expect(!PeerAddress(host: host, port: 1).isLocalToItsNetwork) }
}
