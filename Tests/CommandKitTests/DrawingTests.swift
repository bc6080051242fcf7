import Testing

@testable import CommandKit

@Suite struct DrawingTests {
    private let figures = Table(
        [
            SampleFigure(broker: "broker-a", id: 0, rate: 1.5),
            SampleFigure(broker: "主题,\"x\"\u{1b}[2J", id: 12, rate: nil),
        ], layout: .columns(before: ["two:"], after: [""]), failures: [Failure("h:1", code: 17, "no\ntopic")])

    @Test func `text pads as Java's printf, and shows control characters`() async throws {
        #expect(
            try await drawn(figures, .text) == """
                two:
                #Broker     #ID    #Rate
                broker-a       0   1.5ms
                主题,"x"\\x1b[2J    12       -


                """)
        #expect(try await drawn(figures, .text, raw: true).contains("\u{1b}[2J"))
    }

    @Test func `json is one document with the failures`() async throws {
        #expect(
            try await drawn(figures, .json) == #"""
                {
                  "kind": "sample",
                  "items": [
                    {"broker":"broker-a","id":0,"rate":1.5,"isMaster":true},
                    {"broker":"主题,\"x\"\u001b[2J","id":12,"rate":null,"isMaster":false}
                  ],
                  "errors": [
                    {
                      "target": "h:1",
                      "code": 17,
                      "message": "no\ntopic"
                    }
                  ]
                }

                """#)
    }

    @Test func `jsonl has an item a line`() async throws {
        #expect(try await drawn(figures, .jsonl).split(separator: "\n").count == 2)
        #expect(try await drawn(figures, .jsonl).hasPrefix(#"{"broker":"broker-a","id":0,"#))
    }

    @Test func `csv quotes as RFC 4180`() async throws {
        #expect(
            try await drawn(figures, .csv)
                == "broker,id,rate,isMaster\r\nbroker-a,0,1.5,true\r\n\"主题,\"\"x\"\"\u{1b}[2J\",12,,false\r\n")
    }

    @Test func `yaml quotes what would not be read as text`() async throws {
        let message = Message(
            "x",
            fields: [
                "name": "plain", "number": "10911", "truth": "no", "nothing": "", "many": ["a: b", "- c"],
                "lines": "one\ntwo\n", "big": UInt64.max, "none": [String](), "escape": "\u{1b}[2J",
            ])
        #expect(
            try await drawn(message, .yaml) == #"""
                kind: sample
                name: plain
                number: '10911'
                truth: 'no'
                nothing: ''
                many:
                - 'a: b'
                - '- c'
                lines: |
                  one
                  two
                big: 18446744073709551615
                none: []
                escape: "\e[2J"

                """#)
        #expect(try await drawn(figures, .yaml).contains("errors:\n- target: h:1\n  code: 17\n"))
    }

    @Test func `a failing sink ends every format with its error`() async {
        struct Full: Error {}
        for format in Format.allCases {
            await #expect(throws: Full.self) {
                try await Drawing(format, kind: "sample") { _ in throw Full() }.draw(figures)
            }
        }
    }
}

/// A report as one text.
func drawn(_ report: any Report, _ format: Format, raw: Bool = false) async throws -> String {
    var bytes: [UInt8] = []
    try await Drawing(format, kind: "sample", raw: raw) { bytes += $0 }.draw(report)
    return String(decoding: bytes, as: UTF8.self)
}
