import AdminClient
import AdminProtocol
import Testing

@testable import Subcommands

@Suite struct MessageTextTests {
    private func message(_ body: [UInt8]) -> StoredMessage {
        let host = HostAddress(ip: [127, 0, 0, 1], port: 10_911)
        var message = StoredMessage(
            topic: "T", queueId: 1, queueOffset: 2, commitLogOffset: 3, bornTimestamp: 4, bornHost: host,
            storeTimestamp: 5, storeHost: host, body: body, properties: MessageProperties([("TAGS", "TagA")]))
        message.bodyCRC = 0xFFFF_FFFF
        return message
    }

    @Test func `bytes and checksums are signed numbers, as in Java`() {
        let text = message([0, 127, 128, 255]).javaDescription(
            brokerName: "b", body: [0, 127, 128, 255], systemFlag: 1)
        #expect(strstrCount(text, "body=[0, 127, -128, -1], transactionId='null'}]") == 1)
        #expect(strstrCount(text, "sysFlag=1") == 1)
        #expect(strstrCount(text, "bodyCRC=-1,") == 1)
    }

    @Test func `a message without a body has null in its place`() {
        #expect(strstrCount(message([]).javaDescription(brokerName: nil, body: [], systemFlag: 0), "body=null,") == 1)
    }

    @Test func `a half message of a transaction is known by its own id`() {
        var message = message([1])
        message.properties = MessageProperties([("TRAN_MSG", "true"), ("UNIQ_KEY", "U1")])
        let text = message.javaDescription(brokerName: nil, body: nil, systemFlag: 0)
        #expect(strstrCount(text, "transactionId='U1'") == 1)
    }

    @Test func `bodies of other character sets become text`() throws {
        #expect(try CharacterSet(argument: "GBK").text(of: [0xC4, 0xE3, 0xBA, 0xC3]) == "你好")
        #expect(try CharacterSet(argument: "UTF-16BE").text(of: [0x00, 0x41, 0xD8, 0x00]) == "A\u{fffd}\u{fffd}")
        #expect(throws: (any Error).self) { try CharacterSet(argument: "NoSuchSet") }
    }

    @Test func `a long body of another character set is converted in parts`() throws {
        let bytes = Array(repeating: [UInt8(0xC4), 0xE3], count: 5_000).joined()
        #expect(try CharacterSet(argument: "GBK").text(of: [65] + Array(bytes)).count == 5_001)
    }

    @Test func `tags are counted, the most frequent first`() {
        let tally = TagTally()
        var other = message([])
        other.properties = MessageProperties([("TAGS", "Tag0")])
        tally.count([message([]), other, message([])])
        tally.count([other])
        #expect(tally.rows.map(\.tag) == ["Tag0", "TagA"])
        #expect(tally.rows[0].line == "Tag: Tag0                           Count: 2")
    }
}

private func strstrCount(_ text: String, _ part: String) -> Int { text.ranges(of: part).count }
