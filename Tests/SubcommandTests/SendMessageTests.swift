import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Remoting
import Subcommands
import Testing

@Suite(.serialized) struct SendMessageTests {
    /// Sends a message, and returns its row of the JSON.
    private func sent(_ bench: Bench, _ options: String, body: String) async throws -> JSON {
        let json = try await bench.run("sendMessage -t TopicTest \(options) --json -p", body).json()
        return try #require(json["items"]?.array?.first)
    }

    /// A message as it is stored.
    private func stored(_ bench: Bench, _ row: JSON) async throws -> StoredMessage {
        let id = try #require(row["msgId"]?.string)
        return try await bench.admin.message(
            id: id, topic: "TopicTest", cluster: nil, now: WallClock.system.milliseconds)
    }

    @Test func `the text is Java's table`() throws {
        try Bench.with { bench async throws in
            let outcome = try await bench.run("sendMessage -t TopicTest -b broker-a -i 2 -p hello")
            #expect(outcome.lines.count == 2)
            #expect(
                outcome.lines[0].hasPrefix("#Broker Name                      #QID  #Send Result            #MsgId"))
            #expect(outcome.lines[1].hasPrefix("broker-a                          2     SEND_OK                 "))
            #expect(outcome.failures.isEmpty)
        }
    }

    @Test func `keys, tag and body arrive, in the queue that was asked for`() throws {
        try Bench.with { bench async throws in
            let row = try await sent(bench, "-k order-1 -c TagA -b broker-a -i 3", body: "hello, world")
            let message = try await stored(bench, row)
            #expect(message.keys == "order-1" && message.tags == "TagA" && message.queueId == 3)
            #expect(message.body == Array("hello, world".utf8) && message.compression == nil)
            #expect(message.uniqueKey == row["msgId"]?.string)
            #expect(message.offsetID == row["offsetMsgId"]?.string)
            #expect(row["queueId"]?.int == 3 && row["queueOffset"]?.int == 0 && row["sendStatus"]?.string == "SEND_OK")
        }
    }

    @Test func `ids of messages differ`() throws {
        try Bench.with { bench async throws in
            var ids: Set<String> = []
            for _ in 0..<20 { ids.insert(try await sent(bench, "", body: "x")["msgId"]?.string ?? "") }
            #expect(ids.count == 20 && ids.allSatisfy { $0.utf8.count == 32 })
        }
    }

    @Test(arguments: [4095, 4096, 100_000])
    func `a body from 4 KiB on is compressed, and found whole`(_ count: Int) throws {
        try Bench.with { bench async throws in
            let body = String(repeating: "0123456789abcdef", count: count / 16 + 1).prefix(count)
            let row = try await sent(bench, "", body: String(body))
            let message = try await stored(bench, row)
            #expect((message.compression == .zlib) == (count >= 4096))
            #expect((message.body.count < 4000) == (count >= 4096))
            for id in [row["msgId"]?.string ?? "", row["offsetMsgId"]?.string ?? ""] {
                let found = try await bench.run("queryMsgById -t TopicTest --json -i \(id)").json()
                #expect(found["items"]?.array?.first?["body"]?.string == String(body))
            }
        }
    }

    @Test(arguments: [
        "héllo wörld", "你好，世界 🌍", "zero\u{0}byte", "line\nline", "\u{1}separators\u{2}", "a \"quote\" and \\",
    ])
    func `a body of any text comes back as it was`(_ body: String) throws {
        try Bench.with { bench async throws in
            let row = try await sent(bench, "-k ключ -c 标签", body: body)
            let message = try await stored(bench, row)
            #expect(String(decoding: message.body, as: UTF8.self) == body.trimmingControls)
            #expect(message.keys == "ключ" && message.tags == "标签")
            let found = try await bench.run("queryMsgById -t TopicTest --json -i \(row["offsetMsgId"]?.string ?? "")")
            #expect(try found.json()["items"]?.array?.first?["body"]?.string == body.trimmingControls)
        }
    }

    @Test func `a traced message leaves a trace that its id finds`() throws {
        try Bench.with(topics: "TopicTest:4,RMQ_SYS_TRACE_TOPIC:1") { bench async throws in
            let row = try await sent(bench, "-k order-1 -m true", body: "x")
            let key = try #require(row["msgId"]?.string)
            let traces = try await bench.admin.messages(
                key: key, topic: "RMQ_SYS_TRACE_TOPIC", cluster: nil, from: 0, to: .max, isUniqueKey: false, limit: 8)
            let trace = try #require(traces.messages.first)
            let parts = String(decoding: trace.body, as: UTF8.self).split(separator: "\u{1}").map(String.init)
            #expect(parts.first == "Pub" && parts.contains(key) && parts.contains("order-1"))
        }
    }

    @Test func `a topic that does not exist comes into being`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("sendMessage -t Fresh -p x")
            #expect(try await bench.admin.route(of: "Fresh").queueDatas.first?.writeQueueNums == 4)
        }
    }

    @Test func `what cannot be sent is not found, refused or a usage error`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("sendMessage -t TopicTest -p x -b nope") is NotFoundError)
            #expect(await bench.failure("sendMessage -t TopicTest -p x -b broker-a -i 4") is NotFoundError)
            #expect(await bench.failure("sendMessage -t TopicTest -p x -b broker-a -i -1") is NotFoundError)
            #expect(await bench.failure("sendMessage -t TopicTest -p x -i 1") is UsageError)
            _ = try await bench.run("updateTopic -t TopicTest -p 4")
            #expect(await bench.failure("sendMessage -t TopicTest -p x") is NotFoundError)
            #expect(await bench.failure("sendMessage -t bad/name -p x") is BrokerError)
        }
    }
}

extension String {
    /// Java's `trim()`, which the original applies to bodies.
    fileprivate var trimmingControls: String {
        let scalars = unicodeScalars.drop { $0.value <= 32 }
        return String(String.UnicodeScalarView(scalars.reversed().drop { $0.value <= 32 }.reversed()))
    }
}
