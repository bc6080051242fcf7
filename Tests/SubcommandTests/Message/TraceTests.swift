import AdminProtocol
import Testing

@testable import Subcommands

@Suite struct TraceTests {
    private func body(_ records: [String]...) -> [UInt8] {
        Array(records.map { $0.joined(separator: "\u{1}") + "\u{2}" }.joined().utf8)
    }

    private let sent = [
        "Pub", "1795171488362", "DefaultRegion", "GID", "T", "U1", "TagA", "k1", "127.0.0.1:10911", "5", "11", "0",
        "7F00", "true",
    ]
    private let consumed = ["SubAfter", "R1", "U1", "7", "false", "k1", "5", "1795171488400", "CID"]

    @Test func `a record of sending says who, when and how long`() throws {
        let record = try #require(TraceRecord.records(in: body(sent)).first)
        #expect(record.kind == .sent)
        #expect((record.group, record.timestamp, record.cost) == ("GID", 1_795_171_488_362, 11))
        #expect(record.isSuccess)
        #expect(record.offsetMessageID == "7F00")
    }

    @Test func `records of old clients, which lack values, are read`() throws {
        var old = sent
        old.remove(at: 12)
        #expect(try #require(TraceRecord.records(in: body(old)).first).isSuccess)
        let group = TraceRecord.records(in: body(Array(consumed.prefix(6))))
        #expect(group.map(\.group) == [nil])
    }

    @Test func `records that cannot be read are left out`() {
        let records = TraceRecord.records(in: body(["Pub", "x"], ["SubBefore", "1"], [""], consumed))
        #expect(records.map(\.kind) == [.consumed])
        #expect(TraceRecord.records(in: []).isEmpty)
    }

    @Test func `consumers stand below the senders, by group`() {
        var other = consumed
        other[8] = "A"
        let records = TraceRecord.records(in: body(consumed, other, sent, consumed))
        let rows = TraceRow.arranged(records.map { TraceRow(record: $0, clientHost: "127.0.0.1") })
        #expect(rows.map(\.record.group) == ["GID", "A", "CID", "CID"])
        #expect(rows.map(\.isFirst) == [true, true, true, false])
        #expect(rows.map(\.isLast) == [true, true, false, true])
    }
}
