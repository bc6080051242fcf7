import Glibc
import Testing

@testable import Subcommands

@Suite struct ClientMessageIDTests {
    init() {
        setenv("TZ", "UTC", 1)
        tzset()
    }

    @Test func `an id says where and when its message was sent`() throws {
        // 18 days, 0:09:31.040 after the beginning of a month.
        let id = try ClientMessageID(argument: "7F000001 0102 A0A0A0A0 5CBB2EA0 0007".filter { $0 != " " })
        #expect(id.ip == "127.0.0.1")
        #expect(id.processID == 0x0102)
        #expect(id.counter == 7)
        let november21 = 1_795_219_200_000
        #expect(LocalTime(milliseconds: id.time(before: november21)).asArgument == "2026-11-19#00:09:31:040")
    }

    @Test func `a time that is still to come was in the month before`() throws {
        let id = try ClientMessageID(argument: "7F0000010102A0A0A0A05CBB2EA00007")
        let november2 = 1_793_577_600_000
        #expect(LocalTime(milliseconds: id.time(before: november2)).asArgument == "2026-10-19#00:09:31:040")
    }

    @Test func `the address may be of IPv6`() throws {
        let id = try ClientMessageID(argument: "FD000000000000000000000000000002601B5FFD2B2764272A670000")
        #expect(id.ip == "fd00:0000:0000:0000:0000:0000:0000:0002")
    }

    @Test(arguments: ["", "7F00", "ZZ0000010102A0A0A0A05CBB2EA00007", "7F0000010102A0A0A0A05CBB2EA0000700"])
    func `what is no id is refused`(_ text: String) {
        #expect(throws: (any Error).self) { try ClientMessageID(argument: text) }
    }

    @Test func `times are epoch milliseconds or local time`() throws {
        #expect(try Timestamp(argument: " 1795171487903 ").milliseconds == 1_795_171_487_903)
        #expect(try Timestamp(argument: "2026-11-20#10:44:47:903").milliseconds == 1_795_171_487_903)
    }

    @Test(arguments: ["", "now", "2026-11-20", "2026-13-20#10:44:47:903", "2026-11-20#10:44:47"])
    func `what is no time is refused`(_ text: String) {
        #expect(throws: (any Error).self) { try Timestamp(argument: text) }
    }
}
