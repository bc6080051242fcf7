import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct TransactionTests {
    @Test func `a half message is seen when its transaction is committed, and never when it is rolled back`() throws {
        try Transactions.withTopic { sandbox, admin, _ in
            let good = try await Transactions.send("good", [], sandbox, admin)
            let bad = try await Transactions.send("bad", [], sandbox, admin)
            #expect(await Transactions.texts(sandbox).isEmpty)
            #expect(await Transactions.texts(sandbox, "RMQ_SYS_TRANS_HALF_TOPIC", queue: 0) == ["good", "bad"])
            _ = try await admin.send(good.end(.commit), to: sandbox.address())
            _ = try await admin.send(bad.end(.rollback), to: sandbox.address())
            #expect(await Transactions.texts(sandbox) == ["good"])
            #expect(await Transactions.texts(sandbox, "RMQ_SYS_TRANS_OP_HALF_TOPIC", queue: 0) == ["0,", "1,"])
            let whole = await sandbox.messages(in: "T", queue: 1)[0]
            #expect(whole.transactionPart == .commit)
            #expect(whole.preparedTransactionOffset == good.id.offset)
            #expect(whole.properties["TRAN_MSG"] == "true")
            #expect(whole.properties["__transactionId__"] == "U1")
        }
    }

    @Test func `an end that fits no half message is refused`() throws {
        try Transactions.withTopic { sandbox, admin, _ in
            let half = try await Transactions.send("x", [], sandbox, admin)
            let plain = try await admin.send(TestMessage(topic: "T", text: "y").request, to: sandbox.address()).header
            var offset = half.end(.commit)
            offset.tranStateTableOffset += 1
            let other = Transactions.Half(id: try #require(MessageID(plain.msgId)), offset: 0)
            for (request, remark) in [
                (half.end(.commit, group: "Other"), "The producer group wrong"),
                (offset, "The transaction state table offset wrong"),
                (other.end(.commit), "Find prepared transaction message failed"),
            ] {
                #expect(try await admin.refusal(of: request, by: sandbox.address())?.remark == remark)
            }
            #expect(await Transactions.texts(sandbox).isEmpty)
        }
    }

    @Test func `a broker does not answer a producer that does not know how its transaction ended`() throws {
        try Transactions.withTopic { sandbox, admin, wire in
            let half = try await Transactions.send("x", [], sandbox, admin)
            try await wire.send(half.end(.none).frame(opaque: 7))
            let query = GetMaxOffset(topic: "T", queueId: 1)
            try await wire.send(query.frame(opaque: 8))
            #expect(try await wire.frame().opaque == 8)
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
