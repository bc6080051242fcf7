import AdminClient
import Glibc
import Testing

@testable import Subcommands

@Suite struct MomentTests {
    init() { setenv("TZ", "UTC", 1) }

    @Test func `now, milliseconds and times are read`() throws {
        #expect(try Moment(argument: " now ").milliseconds == nil)
        #expect(try Moment(argument: "-1").milliseconds == -1)
        #expect(try Moment(argument: "1795172490864").milliseconds == 1_795_172_490_864)
        #expect(try Moment(argument: "2020-01-01#00:00:00:000").milliseconds == 1_577_836_800_000)
        #expect(try Moment(argument: "2026-11-20#10:44:47:903").milliseconds == 1_795_171_487_903)
        #expect(try Moment(argument: "2020-02-29#23:59:59:999").text == "2020-02-29#23:59:59:999")
    }

    @Test(arguments: [
        "", "later", "2026-02-30#00:00:00:000", "2026-13-01#00:00:00:000", "2026-01-01#24:00:00:000",
        "2026-01-01#00:60:00:000", "2026-01-01#00:00:00:1000", "2026-01-01 00:00:00:000", "2026-01-01#00:00:00",
        "2026-01-01#00:00:00:", "٢٠٢٦-01-01#00:00:00:000",
    ]) func `what is no time is refused`(_ text: String) {
        #expect(throws: (any Error).self) { try Moment(argument: text) }
    }

    @Test func `only topics without a route of their own are looked for under another`() {
        var reset = OffsetReset(group: "G", topic: "T", timestamp: 0, isForced: true)
        reset.parent = "P"
        #expect(reset.routeTopic == "T")
        reset.topic = "%LMQ%x"
        #expect(reset.routeTopic == "P")
        reset.topic = "rmq_sys_wheel_timer"
        #expect(reset.routeTopic == "P")
    }
}
