import AdminProtocol
import Remoting
import Testing

@Suite struct PayloadTests {
    private func frame(_ fields: [String: String], body: String = "") -> Frame {
        var frame = Frame(code: 0, opaque: 1)
        (frame.fields, frame.body) = (fields, Array(body.utf8))
        return frame
    }

    @Test(arguments: ["", "x", "1.5", "9223372036854775808", " 7"])
    func `a number field that holds something else is an error with its name and text`(_ text: String) {
        #expect(throws: PayloadError.malformedField("offset", text: text)) {
            try ViewMessageByID(from: frame(["offset": text]))
        }
    }

    @Test func `64-bit numbers in fields are exact`() throws {
        for number in [Int.max, Int.min, 9_007_199_254_740_993] {
            let request = try ViewMessageByID(from: frame(["offset": "\(number)"]))
            #expect(request.offset == number)
            #expect(try request.frame(opaque: 1).fields["offset"] == "\(number)")
        }
    }

    @Test func `an optional field that is missing stays away from the wire`() throws {
        let request = try ViewMessageByID(topic: nil, offset: 3).frame(opaque: 1)
        #expect(request.fields == ["offset": "3"])
    }

    @Test func `fields that nobody knows are passed over`() throws {
        let request = try ViewMessageByID(from: frame(["offset": "3", "future": "?"]))
        #expect(request.offset == 3)
    }

    @Test func `a one-way request says so`() throws {
        #expect(try GetAllTopicList().frame(opaque: 1, oneway: true).kind == .oneway)
        #expect(try GetAllTopicList().frame(opaque: 1).kind == .request)
    }

    @Test(arguments: ["", "{", "[]", "null", #"{"topicList":{}}"#, #"{"topicList":[1,{}]}"#, "\u{0}\u{1}"])
    func `a body that is not the JSON it should be is an error`(_ body: String) {
        #expect(throws: PayloadError.self) { try TopicList(from: frame([:], body: body)) }
    }

    @Test func `a body lacks a name that the error gives`() {
        #expect(throws: PayloadError.malformedBody("no 'topicList'")) { try TopicList(from: frame([:], body: "{}")) }
    }

    @Test func `JSON nested without end is an error`() {
        let deep = #"{"topicList":"# + String(repeating: "[", count: 100_000)
        #expect(throws: PayloadError.self) { try TopicList(from: frame([:], body: deep)) }
    }

    @Test func `unsigned offsets of C++ clients are understood as negative numbers`() throws {
        let body = """
            {"consumeTps":0,"offsetTable":{{"brokerName":"b","queueId":0,"topic":"T"}:\
            {"brokerOffset":7,"consumerOffset":18446744073709551615,"lastTimestamp":0}}}
            """
        let stats = try ConsumeStats(from: frame([:], body: body))
        let offset = try #require(stats.offsetTable.first?.value)
        #expect(offset.consumerOffset.value == -1)
        #expect(offset.pullOffset == nil)
    }

    @Test func `a message that is stored but not everywhere is an answer, a refusal is none`() {
        for code in [0, 10, 11, 12] { #expect(SendMessage.accepts(ResponseCode(rawValue: code))) }
        for code in [1, 2, 13, 14, 16, 17] { #expect(!SendMessage.accepts(ResponseCode(rawValue: code))) }
        #expect(!GetAllTopicList.accepts(11))
    }

    @Test func `codes have RocketMQ's names, and numbers where it has none`() {
        #expect(ResponseCode.topicNotExist.description == "TOPIC_NOT_EXIST (17)")
        #expect(ResponseCode(rawValue: 77_777).description == "code 77777")
        #expect(RequestCode(rawValue: 105).description == "GET_ROUTEINFO_BY_TOPIC (105)")
        #expect(RequestCode(rawValue: 77_777).description == "request 77777")
    }
}
