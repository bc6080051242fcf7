import Testing

@testable import CommandKit

/// A report of three kinds of parts.
private struct Parts: Sections {
    var list: Table<SampleFigure>
    var one: Record<SampleFigure>
    var note: Message?
    var failures: [Failure] = []
    static let sections: [Section<Self>] = [
        Section("list") { $0.list }, Section("one") { $0.one }, Section("note") { $0.note },
    ]
}

@Suite struct ReportTests {
    private let figure = SampleFigure(broker: "a", id: 1, rate: 2)

    @Test func `a record has a line for each value`() async throws {
        #expect(
            try await drawn(Record(figure, layout: .labels(width: -8, separator: "= ")), .text)
                == "#Broker = a\n#ID     = 1\n#Rate   = 2.0ms\n")
        #expect(
            try await drawn(Record(figure), .json)
                == "{\n  \"kind\": \"sample\",\n  \"broker\": \"a\",\n  \"id\": 1,\n  \"rate\": 2.0,\n"
                + "  \"isMaster\": false\n}\n")
    }

    @Test func `columns without a width are as wide as their widest cell`() async throws {
        let columns: [Column<SampleFigure>] = [
            Column("NAME", text: { $0.broker }), Column("ID", text: { "\($0.id)" }),
            Column("RATE", width: 6, gap: 1, text: { $0.rate.cellText }),
        ]
        let table = Table([figure, SampleFigure(broker: "broker-b", id: 22)], layout: .columns(columns))
        #expect(
            try await drawn(table, .text) == "NAME      ID    RATE \na         1      2.0 \nbroker-b  22         \n")
    }

    @Test func `free text keeps line ends and escapes the rest`() async throws {
        let table = Table([figure], layout: .lines(before: ["x\u{7}"]) { "\($0.broker)\n\t\u{9b}1m\u{202e}" })
        #expect(try await drawn(table, .text) == "x\\x07\na\n\t\\x9b1m\\u{202e}\n")
    }

    @Test func `sections stand under their keys`() async throws {
        let parts = Parts(
            list: Table([figure], failures: [Failure("x", "late")]), one: Record(figure, layout: .lines { $0.broker }),
            failures: [Failure("y", "early")])
        let json = try await drawn(parts, .json)
        #expect(json.contains("\"list\": [\n    {\"broker\":\"a\","))
        #expect(json.contains("\"one\": {\n    \"broker\": \"a\","))
        #expect(json.contains("\"target\": \"y\"") && json.contains("\"target\": \"x\"") && !json.contains("note"))
        #expect(try await drawn(parts, .text).hasSuffix("2.0ms\na\n"))
        #expect(try await drawn(parts, .jsonl).contains(#"{"section":"one","broker":"a""#))
        #expect(try await drawn(parts, .csv).firstRange(of: "false\r\n\r\nbroker,id") != nil)
        #expect(
            Parts.shape
                == .object([
                    .init("list", .array(SampleFigure.shape)), .init("one", SampleFigure.shape),
                    .init("note", .optional(.map(.any))),
                ]))
    }

    @Test(arguments: Format.allCases) func `rows that come while drawing look like rows that were there`(
        format: Format
    ) async throws {
        let rows = (0..<2_000).map { SampleFigure(broker: "b", id: $0, rate: 0.5) }
        let stream = Table<SampleFigure> { emit in
            for row in rows {
                try emit(row)
                if row.id == 1_000 { try emit.flush() }
            }
            emit.fail(Failure("t", "gone"))
        }
        let whole = Table(rows, failures: [Failure("t", "gone")])
        #expect(try await drawn(stream, format) == drawn(whole, format))
    }

    @Test func `what a stream throws comes after what it has emitted`() async throws {
        struct Cut: Error {}
        let stream = Table<SampleFigure>(layout: .lines { $0.broker }) { emit in
            try emit(SampleFigure(broker: "seen", id: 1))
            throw Cut()
        }
        var bytes: [UInt8] = []
        let drawing = Drawing(.text, kind: "sample") { bytes += $0 }
        await #expect(throws: Cut.self) { try await drawing.draw(stream) }
        #expect(String(decoding: bytes, as: UTF8.self) == "seen\n")
    }

    @Test func `a series draws each report whole, and gathers what failed`() async throws {
        let series = Series<Message> { emit in
            try await emit(Message("one", failures: [Failure("x", "a")]))
            try await emit(Message("two", failures: [Failure("y", "b")]))
        }
        var chunks: [String] = []
        let failures = try await Drawing(.text, kind: "s") { chunks.append(String(decoding: $0, as: UTF8.self)) }
            .draw(series)
        #expect(chunks == ["one\n", "two\n"])
        #expect(failures.map(\.target) == ["x", "y"])
    }

    @Test(arguments: [
        (1.005, 2, "1.01"), (0.125, 2, "0.13"), (0, 2, "0.00"), (-0.004, 2, "-0.00"), (9.995, 2, "10.00"),
        (1e21, 1, "1000000000000000000000.0"), (1.5e-7, 3, "0.000"), (123.456, 0, "123"), (0.5, 0, "1"),
        (0.95, 1, "1.0"), (0.05, 1, "0.1"), (0.049, 1, "0.0"), (99.99, 1, "100.0"), (.infinity, 2, "Infinity"),
    ]) func `decimals are rounded as Java's`(value: Double, decimals: Int, text: String) {
        #expect(value.fixed(decimals) == text)
    }
}
