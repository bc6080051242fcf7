import AdminClient
import AdminProtocol
import Testing

@testable import Sandbox

/// What the tests of transactions share.
enum Transactions {
    struct Half {
        var id: MessageID
        var offset: Int

        func end(_ part: StoredMessage.TransactionPart, group: String = "PG") -> EndTransaction {
            EndTransaction(
                producerGroup: group, tranStateTableOffset: offset, commitLogOffset: id.offset,
                commitOrRollback: part.rawValue)
        }
    }

    static func send(_ text: String, _ more: [(String, String)], _ sandbox: Sandbox, _ admin: Admin) async throws
        -> Half
    {
        var message = TestMessage(topic: "T", text: text, queue: 1)
        message.properties += [("TRAN_MSG", "true"), ("PGROUP", "PG")] + more
        var request = message.request
        request.systemFlags = MessageSystemFlags(rawValue: 4)
        request.bornTimestamp = sandbox.options.clock.now
        let sent = try await admin.send(request, to: sandbox.address()).header
        #expect(sent.queueId == 1)
        return Half(id: try #require(MessageID(sent.msgId)), offset: sent.queueOffset)
    }

    /// With checks every 50 ms of transactions that are older than 100 ms, or none in the time that a test takes.
    static func withTopic(
        checking: Bool = false, _ body: @escaping @Sendable (Sandbox, Admin, Wire) async throws -> Void
    ) throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 2)]
        try withSandbox(options) { sandbox, admin in
            await sandbox.configure("transactionTimeOut", "100")
            await sandbox.configure("transactionCheckInterval", checking ? "50" : "600000")
            try await body(sandbox, admin, Wire.connect(to: sandbox.address(), on: sandbox.loop))
        }
    }

    static func texts(_ sandbox: Sandbox, _ topic: String = "T", queue: Int = 1) async -> [String] {
        await sandbox.messages(in: topic, queue: queue).map { String(decoding: $0.body, as: UTF8.self) }
    }
}

extension Sandbox {
    var areTransactionsDone: Bool { broker(0).lastTransactionCheck == nil }
}
