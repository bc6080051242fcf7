import RecordingSupport
import Testing

@testable import Remoting

@Suite struct SignatureTests {
    @Test func `every recorded signature is reproduced, and a wrong key's is not`() throws {
        var counts: [Bool: Int] = [:]
        for (file, recording) in try Recording.all() {
            for exchange in recording.exchanges {
                guard let request = exchange.request else { continue }
                var decoder = FrameDecoder()
                decoder.append(request.wireBytes)
                guard let frame = try decoder.next(), let recorded = frame.fields["Signature"],
                    let accessKey = frame.fields["AccessKey"]
                else { continue }
                // The C++ client of these runs had no credentials and signed with empty ones.
                let secret = accessKey.isEmpty ? "" : "12345678"
                // Only 4.9.8 was asked with a wrong secret key; 5.3.3 with one that was right but not permitted.
                let isWrong = file.hasPrefix("4.9.8-acl/acl.denied.")
                #expect((frame.signature(secretKey: secret) == recorded) == !isWrong, "\(file)")
                counts[isWrong, default: 0] += 1
            }
        }
        #expect(counts[false, default: 0] > 2000)
        #expect(counts[true] == 9)
    }

    @Test func `a security token is sent and signed`() {
        var frame = Frame(code: 1, opaque: 1)
        frame.fields = ["Z": "z", "B": "b"]
        frame.body = Array("body".utf8)
        var expected = frame
        frame.sign(with: Credentials(accessKey: "key", secretKey: "secret", securityToken: "token"))
        #expect(frame.fields["SecurityToken"] == "token")
        // AccessKey, B, SecurityToken, Z
        let digest = hmacSHA1(Array("keybtokenzbody".utf8), key: Array("secret".utf8))
        expected.fields["AccessKey"] = "key"
        expected.fields["SecurityToken"] = "token"
        expected.fields["Signature"] = Base64.text(digest)
        #expect(frame == expected)
        frame.sign(with: Credentials(accessKey: "key", secretKey: "secret", securityToken: "token"))
        #expect(frame == expected)
    }

    @Test func `how to search for a message is sent, not signed, and said by an old client`() {
        var frame = Frame(code: 12, opaque: 1)
        frame.fields = ["topic": "T", "_UNIQUE_KEY_QUERY": "true"]
        frame.sign(with: Credentials(accessKey: "key", secretKey: "secret"))
        #expect(frame.version == 399 && frame.fields["_UNIQUE_KEY_QUERY"] == "true")
        #expect(frame.fields["Signature"] == Base64.text(hmacSHA1(Array("keyT".utf8), key: Array("secret".utf8))))
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `Base64 is RFC 4648's`(plain: String, encoded: String) {
        #expect(Base64.text(Array(plain.utf8)) == encoded)
        #expect(Base64.bytes(encoded) == Array(plain.utf8))
        if !encoded.isEmpty { #expect(Base64.bytes("*" + encoded.dropFirst()) == nil) }
    }

    @Test func `HMAC-SHA1 is RFC 2202's`() {
        let digest = hmacSHA1(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        let bytes: [UInt8] = [
            0xef, 0xfc, 0xdf, 0x6a, 0xe5, 0xeb, 0x2f, 0xa2, 0xd2, 0x74, 0x16, 0xd5, 0xf1, 0x84, 0xdf, 0x9c, 0x25, 0x9a,
            0x7c, 0x79,
        ]
        #expect(digest == bytes)
    }

    @Test func `credentials do not show their secret`() {
        let credentials = Credentials(accessKey: "key", secretKey: "hunter2", securityToken: "hunter3")
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), "\([credentials])", dumped] {
            #expect(!text.contains("hunter"))
        }
    }
}
