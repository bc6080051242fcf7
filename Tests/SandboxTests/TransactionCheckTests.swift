import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct TransactionCheckTests {
    @Test func `a producer of the group is asked for a transaction that nobody ended`() throws {
        try Transactions.withTopic(checking: true) { sandbox, admin, wire in
            _ = try await wire.ask(HeartBeat("p1", group: "Unused"))
            #expect(try await wire.request().code == 40)
            _ = try await Transactions.send("slow", [], sandbox, admin)
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
            var end = Transactions.Half(id: id, offset: offset).end(.commit)
            end.fromTransactionCheck = "true"
            _ = try await admin.send(end, to: sandbox.address())
            #expect(await Transactions.texts(sandbox) == ["slow"])
            // The check ends when all halves have come to their end.
            #expect(try await sandbox.eventually { await sandbox.areTransactionsDone })
            #expect(await Transactions.texts(sandbox) == ["slow"])
        }
    }

    @Test func `a transaction that nobody knows is given up after so many checks`() throws {
        try Transactions.withTopic(checking: true) { sandbox, admin, _ in
            await sandbox.configure("transactionCheckMax", "2")
            _ = try await Transactions.send("lost", [], sandbox, admin)
            #expect(
                try await sandbox.eventually {
                    await Transactions.texts(sandbox, "TRANS_CHECK_MAX_TIME_TOPIC", queue: 0) == ["lost"]
                })
            #expect(await Transactions.texts(sandbox, "RMQ_SYS_TRANS_HALF_TOPIC", queue: 0).count == 3)
            #expect(await Transactions.texts(sandbox).isEmpty)
        }
    }

    @Test func `a half message may ask to be left alone for a while`() throws {
        try Transactions.withTopic(checking: true) { sandbox, admin, wire in
            _ = try await wire.ask(HeartBeat("p1", group: "Unused"))
            let calm = try await Transactions.send("calm", [("CHECK_IMMUNITY_TIME_IN_SECONDS", "60")], sandbox, admin)
            #expect(
                try await sandbox.eventually {
                    await Transactions.texts(sandbox, "RMQ_SYS_TRANS_HALF_TOPIC", queue: 0).count > 2
                })
            // Put back again and again, it still comes to its end under its first number.
            _ = try await admin.send(calm.end(.commit), to: sandbox.address())
            #expect(try await sandbox.eventually { await sandbox.areTransactionsDone })
            #expect(await Transactions.texts(sandbox) == ["calm"])
            #expect(wire.unread.map(\.code) == [40])
        }
    }
}
