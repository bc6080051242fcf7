import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct StoringTests {
    @Test func `a slave takes no messages but shows those of its master`() throws {
        var options = SandboxOptions()
        options.slavesPerMaster = 1
        try withSandbox(options) { sandbox, admin in
            let request = TestMessage(topic: "T", text: "x").request
            let refusal = try await admin.refusal(of: request, by: sandbox.address(1))
            #expect(refusal?.code == .systemBusy)
            #expect(refusal?.remark == "[REJECTREQUEST]system busy, start flow control for a while")
            let sent = try await admin.send(request, to: sandbox.address(0))
            let offset = try #require(MessageID(sent.header.msgId)).offset
            let stored = try await admin.send(ViewMessageByID(topic: nil, offset: offset), to: sandbox.address(1))
            #expect(stored.messages[0].offsetID == sent.header.msgId)
        }
    }

    @Test func `messages sent at once get offsets without gaps`() throws {
        try withSandbox { sandbox, admin in
            let results = await admin.gather(Array(0..<500)) { number in
                let request = TestMessage(topic: "T", text: "\(number)", queue: number % 2).request
                return try await admin.send(request, to: sandbox.address()).header
            }
            let sent = try results.map { try $0.get() }
            for queue in 0...1 {
                #expect(sent.filter { $0.queueId == queue }.map(\.queueOffset).sorted() == Array(0..<250))
            }
            #expect(Set(sent.map(\.msgId)).count == 500)
        }
    }

    @Test func `the long form of a send stores the same`() throws {
        try withSandbox { sandbox, admin in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            var frame = Frame(code: 10, opaque: 1)
            frame.fields = [
                "producerGroup": "P", "topic": "T", "defaultTopic": "TBW102", "defaultTopicQueueNums": "4",
                "queueId": "1", "sysFlag": "0", "bornTimestamp": "5", "flag": "9", "properties": "KEYS\u{1}a\u{2}",
                "reconsumeTimes": "0", "unitMode": "0", "batch": "0",
            ]
            frame.body = Array("long".utf8)
            try await wire.send(frame)
            let reply = try await wire.frame()
            #expect(reply.code == 0)
            let offset = try #require(MessageID(reply.fields["msgId"] ?? "")).offset
            let stored = try await admin.send(ViewMessageByID(topic: nil, offset: offset), to: sandbox.address())
            #expect(stored.messages[0].flag == 9)
            #expect(stored.messages[0].keys == "a")
            #expect(stored.messages[0].uniqueKey == reply.fields["transactionId"])
        }
    }
}
