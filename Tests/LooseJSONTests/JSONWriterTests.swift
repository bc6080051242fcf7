import LooseJSON
import RecordingSupport
import Testing

@Suite struct JSONWriterTests {
    private let loose = JSON.object([.init(0, "a"), .init(["t": "T"], [1, .null]), .init("s", [:])])

    @Test func `a description is strict JSON whatever the keys are`() throws {
        #expect(loose.description == #"{"0":"a","{\"t\":\"T\"}":[1,null],"s":{}}"#)
    }

    @Test func `the loose description is fastjson's form and reads back the same`() throws {
        #expect(loose.looseDescription == #"{0:"a",{"t":"T"}:[1,null],"s":{}}"#)
        #expect(try JSON(parsing: loose.looseDescription.utf8) == loose)
    }

    @Test func `pretty JSON is indented and keeps empty containers on one line`() {
        let expected = """
            {
               "0": "a",
               "{\\"t\\":\\"T\\"}": [
                  1,
                  null
               ],
               "s": {}
            }
            """
        #expect(loose.pretty(indent: 3) == expected)
        #expect(JSON.array([1]).pretty() == "[\n  1\n]")
        #expect(JSON.array([1]).pretty(indent: -1) == "[\n1\n]")
    }

    @Test(arguments: ["5.3.3/topicRoute.json", "5.3.3/topicRoute.static.json"])
    func `fastjson's pretty form is the one that the Java tool prints`(file: String) throws {
        let printed = try Recording(file: file).stdout
        #expect(try JSON(parsing: printed.utf8).text(.loosePretty) + "\n" == printed)
    }

    @Test func `control characters and quotes are escaped, the rest stays`() throws {
        let text = "\u{0}\u{8}\t\n\u{b}\u{c}\r\u{1f}\"\\/é😀\u{7f}"
        let expected = #""\u0000\b\t\n\u000b\f\r\u001f\"\\/é😀"# + "\u{7f}\""
        #expect(JSON.string(text).description == expected)
        #expect(try JSON(parsing: expected.utf8) == .string(text))
    }

    @Test func `numbers keep their digits, and what JSON cannot hold is null`() throws {
        #expect(try JSON(parsing: "[1.10,1E5,-0]".utf8).description == "[1.10,1E5,-0]")
        #expect(JSON.double(0.1).description == "0.1")
        #expect(JSON.double(.nan) == .null)
        #expect(JSON.double(-.infinity) == .null)
        #expect(JSON.integer(UInt64.max).description == "18446744073709551615")
    }

    @Test func `writing appends to what is there`() {
        var bytes = Array("x=".utf8)
        JSON.array([1, 2]).write(into: &bytes)
        #expect(bytes == Array("x=[1,2]".utf8))
    }

    @Test func `accessors answer for their own kind only`() {
        let value: JSON = ["i": 8, "d": 1.5, "s": "8", "b": true, "a": [1], "n": .null, "e": .number("1e3")]
        #expect(value["i"]?.int == 8)
        #expect(value["i"]?.uint64 == 8)
        #expect(value["e"]?.int == 1000)
        #expect(value["d"]?.int == nil)
        #expect(value["d"]?.double == 1.5)
        #expect(value["s"]?.int == nil)
        #expect(value["s"]?.string == "8")
        #expect(value["b"]?.bool == true)
        #expect(value["a"]?.array == [1])
        #expect(value["n"]?.isNull == true)
        #expect(value["missing"] == nil)
        #expect(value["i"]?["x"] == nil)
        #expect(value.members?.map(\.key) == ["i", "d", "s", "b", "a", "n", "e"])
        #expect(JSON.object([.init("a", 1), .init("a", 2)])["a"] == 2)
        #expect(JSON.integer(-1).uint64 == nil)
        #expect(JSON.number("1e300").int == nil)
    }
}
