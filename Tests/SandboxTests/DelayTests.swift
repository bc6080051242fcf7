import AdminClient
import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct DelayTests {
    private func withTopic(_ body: @escaping @Sendable (Sandbox, Admin) async throws -> Void) throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 2)]
        try withSandbox(options) { sandbox, admin in try await body(sandbox, admin) }
    }

    private func message(_ text: String, _ property: String, _ value: String) -> SendMessage {
        var message = TestMessage(topic: "T", text: text, queue: 1)
        message.properties.append((property, value))
        return message.request
    }

    @Test func `levels are read up to the first that is none`() {
        let levels = DelayLevels(parsing: "1s 5m 2h 1d")
        #expect(levels.count == 4)
        #expect((0...5).map(levels.delay) == [0, 1_000, 300_000, 7_200_000, 86_400_000, 0])
        for (text, count) in [("", 0), ("1s 5x 3s", 1), ("-1s", 0), ("9999999999999999999d", 0), ("s", 0), ("1", 0)] {
            #expect(DelayLevels(parsing: text).count == count)
        }
    }

    @Test func `a delayed message waits in the queue of its level, and comes when it is due`() throws {
        try withTopic { sandbox, admin in
            await sandbox.configure("messageDelayLevel", "1h 1s")
            let late = try await admin.send(message("late", "DELAY", "1"), to: sandbox.address()).header
            #expect(late.queueId == 1)
            _ = try await admin.send(message("soon", "DELAY", "2"), to: sandbox.address())
            let waiting = try #require(await sandbox.messages(in: "SCHEDULE_TOPIC_XXXX", queue: 1).first)
            #expect(waiting.properties["REAL_TOPIC"] == "T")
            #expect(waiting.properties["REAL_QID"] == "1")
            #expect(waiting.properties["DELAY"] == "2")
            #expect(await sandbox.messages(in: "T", queue: 1).isEmpty)
            #expect(try await sandbox.eventually { await sandbox.messages(in: "T", queue: 1).count == 1 })
            let arrived = await sandbox.messages(in: "T", queue: 1)[0]
            #expect(String(decoding: arrived.body, as: UTF8.self) == "soon")
            #expect(arrived.properties["DELAY"] == "2")
            #expect(arrived.properties["REAL_TOPIC"] == "T")
            #expect(arrived.storeTimestamp - waiting.storeTimestamp >= 1_000)
            #expect(await sandbox.messages(in: "SCHEDULE_TOPIC_XXXX", queue: 0).count == 1)
        }
    }

    @Test func `a level that does not exist is the last one`() throws {
        try withTopic { sandbox, admin in
            _ = try await admin.send(message("x", "DELAY", "99"), to: sandbox.address())
            let waiting = try #require(await sandbox.messages(in: "SCHEDULE_TOPIC_XXXX", queue: 17).first)
            #expect(waiting.properties["DELAY"] == "18")
        }
    }

    @Test(arguments: ["TIMER_DELAY_MS", "TIMER_DELIVER_MS", "TIMER_DELAY_SEC"])
    func `a message with a time of its own comes then, not earlier`(_ property: String) throws {
        try withTopic { sandbox, admin in
            await sandbox.configure("timerPrecisionMs", "50")
            let start = sandbox.options.clock.now
            let value = ["TIMER_DELAY_MS": "400", "TIMER_DELAY_SEC": "1"][property] ?? "\(start + 300)"
            _ = try await admin.send(message("far", "TIMER_DELAY_SEC", "3600"), to: sandbox.address())
            _ = try await admin.send(message("near", property, value), to: sandbox.address())
            let waiting = try #require(await sandbox.messages(in: "rmq_sys_wheel_timer").last)
            let out = try #require(waiting.properties["TIMER_OUT_MS"].flatMap { Int($0) })
            #expect(try await sandbox.eventually { await sandbox.messages(in: "T", queue: 1).count == 1 })
            let arrived = await sandbox.messages(in: "T", queue: 1)[0]
            #expect(String(decoding: arrived.body, as: UTF8.self) == "near")
            #expect(arrived.storeTimestamp >= out + 50)
            #expect(arrived.storeTimestamp >= start + 300)
            #expect(arrived.properties["REAL_TOPIC"] == "T")
            #expect(arrived.properties["TIMER_DEQUEUE_MS"] != nil)
        }
    }

    @Test func `a time that is too far away, or none, is refused`() throws {
        try withTopic { sandbox, admin in
            for (property, value) in [
                ("TIMER_DELAY_SEC", "259201"), ("TIMER_DELAY_MS", "soon"), ("TIMER_DELIVER_MS", "99999999999999999999"),
            ] {
                let refusal = try await admin.refusal(of: message("x", property, value), by: sandbox.address())
                #expect(refusal?.code == .messageIllegal)
                #expect(refusal?.remark.hasPrefix("timer message illegal, the delay time should not be bigger") == true)
            }
            #expect(
                try await admin.refusal(of: message("x", "TIMER_DELAY_MS", "-5"), by: sandbox.address()) == nil)
            #expect(await sandbox.messages(in: "T", queue: 1).count == 1)
        }
    }

    @Test func `of messages with times the next one comes first`() {
        let waiting = WaitingMessages()
        let dues = [5, 3, 9, 3, 1, 7, 5, 2]
        for (offset, due) in dues.enumerated() { waiting.add(.init(due: due, offset: offset)) }
        var taken: [[Int]] = []
        while let next = waiting.next {
            taken.append([next.due, next.offset])
            waiting.removeNext()
        }
        #expect(waiting.deliveredUntil == 9)
        #expect(taken == [[1, 4], [2, 7], [3, 1], [3, 3], [5, 0], [5, 6], [7, 5], [9, 2]])
    }
}
