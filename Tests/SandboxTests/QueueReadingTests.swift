import AdminClient
import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct QueueReadingTests {
    /// A sandbox whose topic T has 100 messages in each of three queues.
    private func withQueues(_ body: @escaping @Sendable (Admin, [QueueStretch]) async throws -> Void) throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 3)]
        try withSandbox(options) { sandbox, admin in
            for number in 0..<300 {
                var message = TestMessage(topic: "T", text: "\(number % 3):\(number / 3)", queue: number % 3)
                message.properties[2].value = number / 3 == 50 ? "TagB" : "TagA"
                _ = try await admin.send(message.request, to: sandbox.address())
            }
            let queues = try await admin.route(of: "T").readableQueues(of: "T").sorted { $0.queue < $1.queue }
            var stretches: [QueueStretch] = []
            for queue in queues {
                let range = try await admin.range(of: queue)
                stretches.append(QueueStretch(queue: queue, first: range.first, end: range.end))
            }
            try await body(admin, stretches)
        }
    }

    private func texts(_ messages: [StoredMessage]) -> [String] {
        messages.map { String(decoding: $0.body, as: UTF8.self) }
    }

    @Test(arguments: [1, 2, 4]) func `queues are read whole and in order`(_ ahead: Int) throws {
        try withQueues { admin, stretches in
            var seen: [String] = []
            try await admin.read(stretches, PullTerms(batch: 7), ahead: ahead) { index, event in
                switch event {
                case .begins: seen.append("begin \(index)")
                case .pulled(let pulled): seen += texts(pulled.messages)
                case .fails(let error): seen.append("\(error)")
                case .ends: seen.append("end \(index)")
                }
            }
            let expected = (0..<3).flatMap { queue in
                ["begin \(queue)"] + (0..<100).map { "\(queue):\($0)" } + ["end \(queue)"]
            }
            #expect(seen == expected)
        }
    }

    @Test func `messages get the properties that clients give them`() throws {
        try withQueues { admin, stretches in
            let pulled = try await admin.pull(stretches[0].queue, from: 5, atMost: 1, PullTerms())
            #expect(pulled.messages.map { $0.properties["MIN_OFFSET"] } == ["0"])
            #expect(pulled.messages.map { $0.properties["MAX_OFFSET"] } == ["100"])
        }
    }

    @Test func `a filter passes over messages of other tags`() throws {
        try withQueues { admin, stretches in
            var found: [Int] = []
            let terms = PullTerms(filter: MessageFilter(" TagB ||TagC"))
            try await admin.read(stretches, terms) { _, event in
                if case .pulled(let pulled) = event { found += pulled.messages.map(\.queueOffset) }
            }
            #expect(found == [50, 50, 50])
        }
    }

    @Test func `a broker that refuses ends its queue, not the reading`() throws {
        try withQueues { admin, stretches in
            var wrong = stretches
            wrong[1].queue.queue.queueId = 9
            var events: [String] = []
            try await admin.read(wrong, PullTerms(batch: 100)) { index, event in
                switch event {
                case .pulled(let pulled): events.append("\(index): \(pulled.messages.count)")
                case .fails: events.append("\(index) fails")
                case .begins, .ends: break
                }
            }
            #expect(events.filter { $0.hasSuffix("fails") } == ["1 fails"])
            #expect(events.last?.hasPrefix("2: ") == true)
        }
    }

    @Test func `what the visitor throws ends the reading`() throws {
        struct Enough: Error {}
        try withQueues { admin, stretches in
            await #expect(throws: Enough.self) {
                try await admin.read(stretches, PullTerms()) { _, _ in throw Enough() }
            }
        }
    }
}
