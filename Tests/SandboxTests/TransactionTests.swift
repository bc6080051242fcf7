import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct TransactionTests {
    private struct Half {
        var id: MessageID
        var offset: Int

        func end(_ part: StoredMessage.TransactionPart, group: String = "PG") -> EndTransaction {
            EndTransaction(
                producerGroup: group, tranStateTableOffset: offset, commitLogOffset: id.offset,
                commitOrRollback: part.rawValue)
        }
    }

    private func send(_ text: String, _ more: [(String, String)], _ sandbox: Sandbox, _ admin: Admin) async throws
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

    /// With checks every 50 ms of transactions that are older than 100 ms.
    private func withTopic(_ body: @escaping @Sendable (Sandbox, Admin, Wire) async throws -> Void) throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 2)]
        try withSandbox(options) { sandbox, admin in
            await sandbox.configure("transactionTimeOut", "100")
            await sandbox.configure("transactionCheckInterval", "50")
            try await body(sandbox, admin, Wire.connect(to: sandbox.address(), on: sandbox.loop))
        }
    }

    private func texts(_ sandbox: Sandbox, _ topic: String = "T", queue: Int = 1) async -> [String] {
        await sandbox.messages(in: topic, queue: queue).map { String(decoding: $0.body, as: UTF8.self) }
    }

    @Test func `a half message is seen when its transaction is committed, and never when it is rolled back`() throws {
        try withTopic { sandbox, admin, _ in
            let good = try await send("good", [], sandbox, admin)
            let bad = try await send("bad", [], sandbox, admin)
            #expect(await texts(sandbox).isEmpty)
            #expect(await texts(sandbox, "RMQ_SYS_TRANS_HALF_TOPIC", queue: 0) == ["good", "bad"])
            _ = try await admin.send(good.end(.commit), to: sandbox.address())
            _ = try await admin.send(bad.end(.rollback), to: sandbox.address())
            #expect(await texts(sandbox) == ["good"])
            #expect(await texts(sandbox, "RMQ_SYS_TRANS_OP_HALF_TOPIC", queue: 0) == ["0,", "1,"])
            let whole = await sandbox.messages(in: "T", queue: 1)[0]
            #expect(whole.transactionPart == .commit)
            #expect(whole.preparedTransactionOffset == good.id.offset)
            #expect(whole.properties["TRAN_MSG"] == nil)
            #expect(whole.properties["REAL_TOPIC"] == nil)
            #expect(whole.properties["__transactionId__"] == "U1")
        }
    }

    @Test func `an end that fits no half message is refused`() throws {
        try withTopic { sandbox, admin, _ in
            let half = try await send("x", [], sandbox, admin)
            let plain = try await admin.send(TestMessage(topic: "T", text: "y").request, to: sandbox.address()).header
            var offset = half.end(.commit)
            offset.tranStateTableOffset += 1
            let other = Half(id: try #require(MessageID(plain.msgId)), offset: 0)
            for (request, remark) in [
                (half.end(.commit, group: "Other"), "The producer group wrong"),
                (offset, "The transaction state table offset wrong"),
                (other.end(.commit), "Find prepared transaction message failed"),
            ] {
                #expect(try await admin.refusal(of: request, by: sandbox.address())?.remark == remark)
            }
            #expect(await texts(sandbox).isEmpty)
        }
    }

    @Test func `a broker does not answer a producer that does not know how its transaction ended`() throws {
        try withTopic { sandbox, admin, wire in
            let half = try await send("x", [], sandbox, admin)
            try await wire.send(half.end(.none).frame(opaque: 7))
            let query = GetMaxOffset(topic: "T", queueId: 1)
            try await wire.send(query.frame(opaque: 8))
            #expect(try await wire.frame().opaque == 8)
        }
    }

    @Test func `a producer of the group is asked for a transaction that nobody ended`() throws {
        try withTopic { sandbox, admin, wire in
            _ = try await wire.ask(HeartBeat("p1", group: "Unused"))
            #expect(try await wire.request().code == 40)
            _ = try await send("slow", [], sandbox, admin)
            let question = try await wire.request()
            #expect(question.code == 39)
            #expect(question.kind == .oneway)
            #expect(question.fields["msgId"] == "U1")
            let message = try #require(try MessageReader.messages(in: question.body).first)
            #expect(message.topic == "T")
            #expect(message.queueId == 1)
            #expect(message.properties["TRANSACTION_CHECK_TIMES"] == "1")
            let id = try #require(question.fields["offsetMsgId"].flatMap { MessageID($0) })
            #expect(question.fields["commitLogOffset"] == "\(id.offset)")
            let offset = try #require(question.fields["tranStateTableOffset"].flatMap { Int($0) })
            #expect(offset == 1)
            var end = Half(id: id, offset: offset).end(.commit)
            end.fromTransactionCheck = "true"
            _ = try await admin.send(end, to: sandbox.address())
            #expect(await texts(sandbox) == ["slow"])
            // The check ends when all halves have come to their end.
            #expect(try await sandbox.eventually { await sandbox.areTransactionsDone })
            #expect(await texts(sandbox) == ["slow"])
        }
    }

    @Test func `a transaction that nobody knows is given up after so many checks`() throws {
        try withTopic { sandbox, admin, _ in
            await sandbox.configure("transactionCheckMax", "2")
            _ = try await send("lost", [], sandbox, admin)
            #expect(
                try await sandbox.eventually {
                    await texts(sandbox, "TRANS_CHECK_MAX_TIME_TOPIC", queue: 0) == ["lost"]
                })
            #expect(await texts(sandbox, "RMQ_SYS_TRANS_HALF_TOPIC", queue: 0).count == 3)
            #expect(await texts(sandbox).isEmpty)
        }
    }

    @Test func `a half message may ask to be left alone for a while`() throws {
        try withTopic { sandbox, admin, wire in
            _ = try await wire.ask(HeartBeat("p1", group: "Unused"))
            let calm = try await send("calm", [("CHECK_IMMUNITY_TIME_IN_SECONDS", "60")], sandbox, admin)
            #expect(
                try await sandbox.eventually {
                    await texts(sandbox, "RMQ_SYS_TRANS_HALF_TOPIC", queue: 0).count > 2
                })
            // Put back again and again, it still comes to its end under its first number.
            _ = try await admin.send(calm.end(.commit), to: sandbox.address())
            #expect(try await sandbox.eventually { await sandbox.areTransactionsDone })
            #expect(await texts(sandbox) == ["calm"])
            #expect(wire.unread.map(\.code) == [40])
        }
    }

    @Test func `a slave ends no transactions`() throws {
        var options = SandboxOptions()
        options.slavesPerMaster = 1
        try withSandbox(options) { sandbox, admin in
            let end = EndTransaction(
                producerGroup: "PG", tranStateTableOffset: 0, commitLogOffset: 0, commitOrRollback: 8)
            let refusal = try await admin.refusal(of: end, by: sandbox.address(1))
            #expect(refusal?.code == .slaveNotAvailable)
        }
    }
}

extension Sandbox {
    fileprivate var areTransactionsDone: Bool { broker(0).lastTransactionCheck == nil }
}
