import LooseJSON
import Testing

@Suite struct JSONParserTests {
    private static let standard: [(String, JSON)] = [
        ("null", .null), (" true ", true), ("false", false), ("\"a\"", "a"), ("[]", []), ("{}", [:]),
        ("-0.5e+3", .number("-0.5e+3")), ("[1,[2,{}]]", [1, [2, [:]]]), ("\u{feff}{\"a\" : 1}", ["a": 1]),
        ("\t\r\n [ 1 , 2 ] \u{c}", [1, 2]),
    ]

    @Test(arguments: standard)
    func `standard JSON is read`(text: String, value: JSON) throws {
        #expect(try JSON(parsing: text.utf8) == value)
    }

    private static let dialect: [(String, JSON)] = [
        ("{0:\"a\",1:\"b\"}", .object([.init(0, "a"), .init(1, "b")])),
        ("{{\"topic\":\"T\"}:{\"offset\":1}}", .object([.init(["topic": "T"], ["offset": 1])])),
        ("{null:1,true:2,[1]:3}", .object([.init(.null, 1), .init(true, 2), .init([1], 3)])),
        ("{'a':'b\"'}", ["a": "b\""]), ("[,1,,2,]", [1, 2]), ("{,\"a\":1,,}", ["a": 1]),
        ("\"\\x41\\v\\0\\7\\'\\/\"", "A\u{b}\0\u{7}'/"),
    ]

    @Test(arguments: dialect)
    func `fastjson's dialect is read`(text: String, value: JSON) throws {
        #expect(try JSON(parsing: text.utf8) == value)
    }

    @Test(arguments: [
        ("\\\"\\\\\\b\\t\\n\\f\\r", "\"\\\u{8}\t\n\u{c}\r"), ("\\u00e9\\u4E2d", "é中"), ("\\ud83d\\ude00", "😀"),
        ("\\ud83d", "\u{fffd}"), ("\\ude00", "\u{fffd}"), ("\\ud83dx", "\u{fffd}x"), ("\\ud83d\\n", "\u{fffd}\n"),
        ("\\ud83d\\u0041", "\u{fffd}A"), ("\\ud83d\\ud83d\\ude00", "\u{fffd}😀"), ("日本語", "日本語"),
    ])
    func `escapes and surrogates are read`(escaped: String, text: String) throws {
        #expect(try JSON(parsing: "\"\(escaped)\"".utf8) == .string(text))
        #expect(try JSON(parsing: "'a\(escaped)b'".utf8) == .string("a\(text)b"))
    }

    @Test func `malformed UTF-8 becomes a replacement character`() throws {
        #expect(try JSON(parsing: [0x22, 0x61, 0xff, 0x62, 0x22]) == "a\u{fffd}b")
        #expect(try JSON(parsing: [0x22, 0x5c, 0x6e, 0xe4, 0xb8, 0x22]) == "\n\u{fffd}")
    }

    @Test func `64-bit integers survive exactly`() throws {
        let value = try JSON(parsing: "[18446744073709551615,-9223372036854775808,9007199254740993]".utf8)
        #expect(value.array?[0].uint64 == 18_446_744_073_709_551_615)
        #expect(value.array?[0].int == nil)
        #expect(value.array?[1].int == .min)
        #expect(value.array?[2].int == 9_007_199_254_740_993)
        #expect(value.description == "[18446744073709551615,-9223372036854775808,9007199254740993]")
    }

    @Test(arguments: [
        ("", JSONError.unexpectedEnd), ("  ", .unexpectedEnd), ("[1", .unexpectedEnd), ("{\"a\"", .unexpectedEnd),
        ("{\"a\":", .unexpectedEnd), ("\"a", .unexpectedEnd), ("\"\\", .unexpectedEnd), ("\"\\u12", .unexpectedEnd),
        ("\"\\ud83d\\u", .unexpectedEnd), ("tru", .unexpectedEnd), ("nul!", .unexpectedByte(0x21, at: 3)),
        ("]", .unexpectedByte(0x5d, at: 0)), ("[}", .unexpectedByte(0x7d, at: 1)), (",", .unexpectedByte(0x2c, at: 0)),
        ("{\"a\":}", .unexpectedByte(0x7d, at: 5)), ("{\"a\":,1}", .unexpectedByte(0x2c, at: 5)),
        ("{\"a\"}", .unexpectedByte(0x7d, at: 4)), ("{\"a\" 1}", .unexpectedByte(0x31, at: 5)),
        ("[1 2]", .unexpectedByte(0x32, at: 3)), ("[[] []]", .unexpectedByte(0x5b, at: 4)),
        ("{1:2 3:4}", .unexpectedByte(0x33, at: 5)), ("{:1}", .unexpectedByte(0x3a, at: 1)),
        ("01", .invalidNumber(at: 0)), ("[-]", .invalidNumber(at: 1)), ("1.", .invalidNumber(at: 0)),
        ("1e+", .invalidNumber(at: 0)), ("\"\\q\"", .invalidEscape(at: 1)), ("\"\\u12g4\"", .invalidEscape(at: 1)),
        ("\"\\x4\u{e9}\"", .invalidEscape(at: 1)), ("1 2", .trailingBytes(at: 2)), ("{}}", .trailingBytes(at: 2)),
    ])
    func `malformed input is a typed error`(text: String, expected: JSONError) {
        #expect(throws: expected) { try JSON(parsing: text.utf8) }
        #expect(!expected.description.isEmpty)
    }

    @Test(arguments: ["[", "{\"a\":", "{", "[{0:", "{[1]:["])
    func `nesting of 100,000 levels is an error, not a crash`(opening: String) {
        let text = String(repeating: opening, count: 100_000)
        #expect(throws: JSONError.tooDeep(limit: 512)) { try JSON(parsing: text.utf8) }
    }

    @Test func `nesting up to the limit is read and written`() throws {
        let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(try JSON(parsing: text.utf8).description == text)
    }

    @Test func `slices and lazy collections are read without their surroundings`() throws {
        let bytes = Array("xx[1]yy".utf8)
        #expect(try JSON(parsing: bytes[2..<5]) == [1])
        #expect(try JSON(parsing: bytes.lazy.filter { $0 < 0x60 }) == [1])
    }

    @Test func `every prefix of a document is an error`() throws {
        let text = "{\"a\":[1.5e3,true,null,'x\\u00e9'],{\"k\":0}:{0:\"b\"}}"
        _ = try JSON(parsing: text.utf8)
        for length in 0..<text.utf8.count {
            #expect(throws: JSONError.self) { try JSON(parsing: text.utf8.prefix(length)) }
        }
    }

    @Test(.timeLimit(.minutes(1))) func `long strings of escapes take linear time`() throws {
        let text = "\"" + String(repeating: "\\ud83d", count: 200_000) + "\""
        #expect(try JSON(parsing: text.utf8).string?.unicodeScalars.count == 200_000)
    }
}
