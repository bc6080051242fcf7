import AdminClient
import AdminProtocol
import EventLoop
import Remoting
import Testing

@testable import Sandbox

@Suite struct PullTests {
    private func pull(
        from offset: Int, _ flags: PullFlags = .subscription, tags: String = "*", queue: Int = 0, wait: Int = 0
    ) -> PullMessage {
        PullMessage(
            consumerGroup: "G", topic: "T", queueId: queue, queueOffset: offset, maxMsgNums: 32, sysFlag: flags,
            commitOffset: 2, suspendTimeoutMillis: wait, subscription: tags, subVersion: 0, expressionType: "TAG")
    }

    private func ask(_ request: PullMessage, on wire: Wire) async throws -> (Frame, [String]) {
        try await wire.send(try request.frame(opaque: 1))
        let reply = try await wire.frame()
        let messages = try MessageReader.messages(in: reply.body)
        return (reply, messages.map { String(decoding: $0.body, as: UTF8.self) })
    }

    private func withMessages(
        _ count: Int, _ body: @escaping @Sendable (Sandbox, Admin, Wire) async throws -> Void
    ) throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 2)]
        try withSandbox(options) { sandbox, admin in
            for number in 0..<count {
                var message = TestMessage(topic: "T", text: "\(number)")
                message.properties[2].value = number % 2 == 0 ? "TagA" : "TagB"
                _ = try await admin.send(message.request, to: sandbox.address())
            }
            try await body(sandbox, admin, Wire.connect(to: sandbox.address(), on: sandbox.loop))
        }
    }

    @Test func `messages are pulled from an offset on, at most 32 at once`() throws {
        try withMessages(40) { _, _, wire in
            let (reply, texts) = try await ask(pull(from: 3), on: wire)
            #expect(reply.code == 0)
            #expect(reply.remark == "FOUND")
            #expect(texts == (3..<35).map(String.init))
            #expect(reply.fields["nextBeginOffset"] == "35")
            #expect(reply.fields["maxOffset"] == "40")
            #expect(reply.fields["suggestWhichBrokerId"] == "0")
        }
    }

    @Test(arguments: [
        (40, 0, 19, "OFFSET_OVERFLOW_ONE", 40), (41, 0, 21, "OFFSET_OVERFLOW_BADLY", 40),
        (-1, 0, 21, "OFFSET_TOO_SMALL", 0), (0, 1, 19, "NO_MESSAGE_IN_QUEUE", 0), (5, 1, 21, "NO_MESSAGE_IN_QUEUE", 0),
    ])
    func `offsets without messages are answered as the original does`(
        _ offset: Int, _ queue: Int, _ code: Int, _ remark: String, _ next: Int
    ) throws {
        try withMessages(40) { _, _, wire in
            let (reply, _) = try await ask(pull(from: offset, queue: queue), on: wire)
            #expect(reply.code == code)
            #expect(reply.remark == remark)
            #expect(reply.fields["nextBeginOffset"] == "\(next)")
        }
    }

    @Test func `tags filter, and a pull that matches nothing says where to go on`() throws {
        try withMessages(6) { _, _, wire in
            let (_, some) = try await ask(pull(from: 0, tags: "TagB"), on: wire)
            #expect(some == ["1", "3", "5"])
            let (_, all) = try await ask(pull(from: 0, tags: "TagA || TagB"), on: wire)
            #expect(all.count == 6)
            let (reply, _) = try await ask(pull(from: 0, tags: "TagC"), on: wire)
            #expect(reply.code == 20)
            #expect(reply.remark == "NO_MATCHED_MESSAGE")
            #expect(reply.fields["nextBeginOffset"] == "6")
        }
    }

    @Test func `a pull at the end waits for the next message that it wants`() throws {
        try withMessages(2) { sandbox, admin, wire in
            try await wire.send(
                try pull(from: 2, [.suspend, .subscription], tags: "TagB", wait: 5_000).frame(opaque: 3))
            for (text, tag) in [("no", "TagA"), ("yes", "TagB")] {
                await #expect(throws: EventLoopError.timedOut) { try await wire.frame(within: .milliseconds(50)) }
                var message = TestMessage(topic: "T", text: text)
                message.properties[2].value = tag
                _ = try await admin.send(message.request, to: sandbox.address())
            }
            let reply = try await wire.frame()
            #expect(reply.opaque == 3)
            #expect(try MessageReader.messages(in: reply.body).map(\.body) == [Array("yes".utf8)])
        }
    }

    @Test func `a pull that waits in vain is answered when its time is over, and others meanwhile`() throws {
        try withMessages(1) { _, _, wire in
            try await wire.send(try pull(from: 1, [.suspend, .subscription], wait: 1_000).frame(opaque: 4))
            try await wire.send(Frame(code: 28, opaque: 5))
            #expect(try await wire.frame().opaque == 5)
            let late = try await wire.frame()
            #expect(late.opaque == 4)
            #expect(late.code == 19)
        }
    }

    @Test func `a pull commits the offset that it carries when it says so`() throws {
        try withMessages(4) { sandbox, admin, wire in
            _ = try await ask(pull(from: 2, [.commitOffset, .subscription]), on: wire)
            let query = QueryConsumerOffset(consumerGroup: "G", topic: "T", queueId: 0)
            #expect(try await admin.send(query, to: sandbox.address()).offset == 2)
            let stats = try await admin.send(GetConsumeStats(group: "G"), to: sandbox.address())
            #expect(stats.offsetTable.first?.value.pullOffset?.value == 4)
        }
    }

    @Test func `a group that is not known and says nothing of its subscription is refused`() throws {
        try withMessages(1) { _, _, wire in
            var other = pull(from: 0)
            other.topic = "None"
            for (request, code) in [(pull(from: 0, []), 24), (pull(from: 0, queue: 9), 29), (other, 17)] {
                let (reply, _) = try await ask(request, on: wire)
                #expect(reply.code == code)
            }
        }
    }
}
