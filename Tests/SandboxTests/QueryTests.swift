import AdminClient
import AdminProtocol
import Synchronization
import Testing

@testable import Sandbox

@Suite struct QueryTests {
    @Test(arguments: [-1, 1, 7, 1_000_000, Int.max])
    func `an offset at which no message begins is refused`(_ offset: Int) throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: sandbox.address())
            let request = ViewMessageByID(topic: "T", offset: offset)
            let refusal = try await admin.refusal(of: request, by: sandbox.address())
            #expect(refusal?.code == .systemError)
            #expect(refusal?.remark == "can not find message by the offset, \(offset)")
        }
    }

    private func query(_ key: String, isUniqueKey: Bool = false, limit: Int = 64) -> QueryMessage {
        QueryMessage(topic: "T", key: key, maxNum: limit, from: 0, to: Int.max, isUniqueKey: isUniqueKey)
    }

    @Test func `messages are found by each of their keys and by their client's id`() throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: sandbox.address())
            for (key, isUnique) in [("k1", false), ("k2", false), ("U1", true)] {
                let found = try await admin.send(query(key, isUniqueKey: isUnique), to: sandbox.address())
                #expect(found.messages.map(\.body) == [Array("x".utf8)])
            }
        }
    }

    @Test func `nothing found is code 22 in RocketMQ's words`() throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.send(TestMessage(topic: "Other", text: "x").request, to: sandbox.address())
            let refusal = try await admin.refusal(of: query("k1"), by: sandbox.address())
            #expect(refusal?.code == .queryNotFound)
            #expect(refusal?.remark == "can not find message, maybe time range not correct")
        }
    }

    @Test func `the newest messages are found, oldest first, as many as were asked for`() throws {
        try withSandbox { sandbox, admin in
            for number in 0..<80 {
                _ = try await admin.send(TestMessage(topic: "T", text: "\(number)").request, to: sandbox.address())
            }
            func texts(_ query: QueryMessage) async throws -> [String] {
                try await admin.send(query, to: sandbox.address()).messages.map {
                    String(decoding: $0.body, as: UTF8.self)
                }
            }
            #expect(try await texts(query("k1", limit: 2)) == ["78", "79"])
            #expect(try await texts(query("k1", limit: 1000)) == (16..<80).map(String.init))
            #expect(try await texts(query("U1", isUniqueKey: true, limit: 1)) == (48..<80).map(String.init))
        }
    }

    @Test func `a look-up keeps to its span of time, in seconds`() throws {
        let now = Atomic(10_000)
        var options = SandboxOptions()
        options.clock = WallClock { now.load(ordering: .relaxed) }
        try withSandbox(options) { sandbox, admin in
            for (time, text) in [(10_000, "a"), (12_500, "b"), (15_000, "c")] {
                now.store(time, ordering: .relaxed)
                _ = try await admin.send(TestMessage(topic: "T", text: text).request, to: sandbox.address())
            }
            for (begin, end, texts) in [(0, 12_000, ["a", "b"]), (12_000, 14_999, ["b"]), (12_001, 20_000, ["c"])] {
                var request = query("k1")
                (request.beginTimestamp, request.endTimestamp) = (begin, end)
                let found = try await admin.send(request, to: sandbox.address())
                #expect(found.messages.map { String(decoding: $0.body, as: UTF8.self) } == texts)
            }
            let search = SearchOffset(topic: "T", queueId: 0, timestamp: 12_500)
            #expect(try await admin.send(search, to: sandbox.address()).offset == 1)
        }
    }
}
