import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct BatchTests {
    /// A message as a batch's body holds it (`MessageDecoder.encodeMessage`).
    private func piece(_ text: String, _ properties: String) -> [UInt8] {
        let (body, properties) = (Array(text.utf8), Array(properties.utf8))
        let size = 22 + body.count + properties.count
        let numbers: [Int32] = [Int32(size), 0, 0, 5, Int32(body.count)]
        return numbers.flatMap(\.bigEndianBytes) + body + UInt16(properties.count).bigEndianBytes + properties
    }

    private func batch(_ pieces: [[UInt8]], topic: String = "T", queue: Int = 1) throws -> Frame {
        var message = TestMessage(topic: topic, text: "", queue: queue)
        message.properties = [("WAIT", "true")]
        var request = message.request
        (request.batch, request.body) = (true, pieces.flatMap { $0 })
        return try request.frame(opaque: 1)
    }

    private func withTopic(_ body: @escaping @Sendable (Sandbox, Admin, Wire) async throws -> Void) throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 2)]
        try withSandbox(options) { sandbox, admin in
            try await body(sandbox, admin, Wire.connect(to: sandbox.address(), on: sandbox.loop))
        }
    }

    @Test(arguments: [310, 320]) func `a batch is so many messages with one answer`(_ code: Int) throws {
        try withTopic { sandbox, admin, wire in
            var frame = try batch([piece("one", "KEYS\u{1}k1\u{2}"), piece("two", "TAGS\u{1}A"), piece("three", "")])
            frame.code = code
            try await wire.send(frame)
            let reply = try await wire.frame()
            #expect(reply.code == 0)
            #expect(reply.fields["queueId"] == "1")
            #expect(reply.fields["queueOffset"] == "0")
            #expect(reply.fields["transactionId"] == nil)
            let ids = try #require(reply.fields["msgId"]).split(separator: ",").compactMap { MessageID(String($0)) }
            #expect(ids.count == 3)
            var texts: [String] = []
            for (index, id) in ids.enumerated() {
                let stored = try await admin.send(ViewMessageByID(topic: "T", offset: id.offset), to: sandbox.address())
                let message = try #require(stored.messages.first)
                #expect(message.queueOffset == index)
                #expect(message.flag == 5)
                #expect(message.properties["WAIT"] == "true")
                #expect(message.properties["CLUSTER"] == "DefaultCluster")
                texts.append(String(decoding: message.body, as: UTF8.self))
                if index == 0 { #expect(message.keys == "k1") }
                if index == 1 { #expect(message.tags == "A") }
            }
            #expect(texts == ["one", "two", "three"])
        }
    }

    @Test func `a batch that is cut short is refused whole`() throws {
        try withTopic { sandbox, admin, wire in
            let whole = piece("one", "KEYS\u{1}k1") + piece("two", "TAGS\u{1}A")
            let end = piece("one", "KEYS\u{1}k1").count
            for length in (0..<whole.count) where length != end {
                try await wire.send(batch([Array(whole.prefix(length))]))
                #expect(try await wire.frame().code == 13)
            }
            #expect(try await admin.send(GetMaxOffset(topic: "T", queueId: 1), to: sandbox.address()).offset == 0)
        }
    }

    @Test func `retries do not come in batches`() throws {
        try withTopic { _, _, wire in
            try await wire.send(batch([piece("one", "")], topic: "%RETRY%G", queue: 0))
            let reply = try await wire.frame()
            #expect(reply.code == 13)
            #expect(reply.remark == "batch request does not support retry group %RETRY%G")
        }
    }
}
