import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct StatisticsTests {
    @Test func `a minute, an hour and a day count what happened in them`() {
        var events = EventStatistics()
        let day = 86_400_000
        let moments = [(day, 5), (2 * day - 1000 * 3000, 7), (2 * day - 1000 * 20, 4), (2 * day, 2)]
        for (moment, count) in moments { events.add(count, at: moment) }
        let spans = [60, 3600, 86_400].map { events.item(over: $0, at: 2 * day) }
        #expect(spans.map(\.sum) == [6, 13, 13])
        #expect(spans.map(\.avgpt) == [3, 13.0 / 3, 13.0 / 3])
        #expect(spans[0].tps == 0.1)
        #expect(events.item(over: 60, at: 4 * day).sum == 0)
    }

    @Test func `what is long past costs no memory`() {
        var events = EventStatistics()
        for number in 0..<40_000 { events.add(1, at: number * 10_000) }
        #expect(events.item(over: 86_400, at: 399_990_000).sum == 8640)
        #expect(events.slotCount < 20_000)
    }

    @Test func `a topic that is deleted takes its groups' counts along`() {
        var statistics = BrokerStatistics(bootTimestamp: 0)
        for (name, key) in [("TOPIC_PUT_NUMS", "T"), ("GROUP_GET_NUMS", "T@G"), ("GROUP_GET_NUMS", "T2@G")] {
            statistics.count(name, of: key, at: 1)
        }
        statistics.forget(topic: "T")
        #expect(statistics.events("TOPIC_PUT_NUMS", of: "T") == nil)
        #expect(statistics.events("GROUP_GET_NUMS", of: "T@G") == nil)
        #expect(statistics.events("GROUP_GET_NUMS", of: "T2@G")?.item(over: 60, at: 1).sum == 1)
    }

    @Test func `a configuration takes what it has, refuses what is locked, and counts its changes`() throws {
        var options = SandboxOptions()
        options.clock = WallClock { 7 }
        var configuration = ServerConfiguration(["a": "1"], defaults: ["b": "2"], closed: ["lock"], options)
        #expect(try configuration.update("a=3\nc=4\n") == ["a", "c"])
        #expect(configuration.text == "a=3\nb=2\n")
        #expect(configuration.version.counter == 1 && configuration.version.timestamp == 7)
        #expect(throws: Refusal.self) { try configuration.update("a=5\nlock=1\n") }
        #expect(configuration["a"] == "3" && configuration.version.counter == 1)
    }
}
