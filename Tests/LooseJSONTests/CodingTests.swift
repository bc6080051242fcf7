import LooseJSON
import Testing

private struct Route: Codable, Equatable {
    struct Queue: Codable, Hashable { var topic: String, queueId: Int }
    enum Mode: String, Codable { case push, pull }

    var brokerAddrs: [Int: String]
    var perm: Int
    var unsigned: UInt64
    var mode: Mode?
    var note: String?
    var readable: Bool
    var queues: [Queue]
    var offsets: [Queue: Int64]
    var extra: JSON?
}

@Suite struct CodingTests {
    private let text = """
        {"brokerAddrs":{0:"a","1":"b"},"perm":"6","unsigned":18446744073709551615,"mode":"push","note":null,
        "readable":"true","queues":[{"topic":"T","queueId":1}],"offsets":{{"queueId":2,"topic":"U"}:-5},"extra":{0:[1]},
        "unknown":1}
        """

    private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try Value(json: JSON(parsing: text.utf8))
    }

    private func summary<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> String {
        let json = try JSON(parsing: text.utf8)
        do throws(DecodingError) {
            _ = try Value(json: json)
            return "decoded"
        } catch { return error.summary }
    }

    @Test func `what fastjson writes decodes leniently`() throws {
        let route = try decode(Route.self, text)
        #expect(route.brokerAddrs == [0: "a", 1: "b"])
        #expect(route.perm == 6)
        #expect(route.unsigned == .max)
        #expect(route.mode == .push)
        #expect(route.note == nil)
        #expect(route.readable)
        #expect(route.queues == [.init(topic: "T", queueId: 1)])
        #expect(route.offsets == [.init(topic: "U", queueId: 2): -5])
        #expect(route.extra == .object([.init(0, [1])]))
    }

    @Test func `a value survives both writers`() throws {
        let route = try decode(Route.self, text)
        let json = try route.json()
        #expect(try decode(Route.self, json.looseDescription) == route)
        #expect(json["note"] == nil)
        #expect(json["brokerAddrs"]?.looseDescription == #"{0:"a",1:"b"}"#)
        #expect(json["offsets"]?.looseDescription == #"{{"topic":"U","queueId":2}:-5}"#)
        #expect(try decode([Route.Queue: Int64].self, try #require(json["offsets"]).description) == route.offsets)
    }

    @Test func `scalars cross over where fastjson casts them`() throws {
        #expect(try decode([String].self, "[1,true,\"x\"]") == ["1", "true", "x"])
        #expect(try decode([Bool].self, "[1,0,\"false\",true]") == [true, false, false, true])
        #expect(try decode([Int8].self, "[127,\"-128\",1.0]") == [127, -128, 1])
        #expect(try decode([Double].self, "[1,\"0.5\",1e3]") == [1, 0.5, 1000])
        #expect(try decode([Float].self, "[1.5]") == [1.5])
        #expect(try decode([Int?].self, "[1,null]") == [1, nil])
    }

    @Test func `errors name the path`() throws {
        let start = String(text.prefix { $0 != "]" })
        let broken = start.replacing("\"queueId\":1", with: "\"queueId\":\"x\"") + "],\"offsets\":{}}"
        #expect(try summary(Route.self, broken) == "queues[0].queueId: expected Int, found a string")
        #expect(try summary(Route.self, "{\"brokerAddrs\":{}}") == "perm is missing")
        #expect(try summary([String: [Int8]].self, "{\"a\":[1,300]}") == "a[1]: expected Int8, found the number 300")
        #expect(try summary([Int: String].self, "{\"x\":\"\"}") == "x: expected Int, found a string")
        #expect(try summary([Int].self, "{}") == "expected Array<Int>, found an object")
        #expect(try summary(Route.Mode.self, "\"pop\"").contains("pop"))
        #expect(try summary(Route.Queue.self, "null").contains("found null"))
    }

    @Test func `large dictionaries decode in linear time and encode in order`() throws {
        let names = (0..<20_000).map { "topic-\($0)" }
        let json = JSON.object(names.map { .init(.string($0), 1) })
        let decoded = try [String: Int](json: json)
        #expect(decoded.count == names.count)
        #expect(try decoded.json().members?.map(\.key) == names.sorted().map { .string($0) })
        #expect(try [10: 1, 9: 2].json().looseDescription == "{9:2,10:1}")
        #expect(try Set(json: ["b", "a", "b"]) == Set(["a", "b"]))
        #expect(try Set([10, 9, 100]).json().description == "[9,10,100]")
    }

    @Test func `nested containers and super work`() throws {
        let value = Nested(first: 1, rest: [2, 3])
        let json = try value.json()
        #expect(json.description == #"{"inner":{"first":1},"list":[2,[3]],"super":{"first":1}}"#)
        #expect(try Nested(json: json) == value)
    }
}

/// Encodes by hand what the compiler never synthesises.
private struct Nested: Codable, Equatable {
    enum Key: CodingKey { case inner, list, first }

    var first: Int
    var rest: [Int]

    init(first: Int, rest: [Int]) { (self.first, self.rest) = (first, rest) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let parent = try container.superDecoder().container(keyedBy: Key.self)
        first = try container.nestedContainer(keyedBy: Key.self, forKey: .inner).decode(Int.self, forKey: .first)
        guard try parent.decode(Int.self, forKey: .first) == first else { throw CancellationError() }
        var list = try container.nestedUnkeyedContainer(forKey: .list)
        rest = [try list.decode(Int.self)]
        var inner = try list.nestedUnkeyedContainer()
        while !inner.isAtEnd { rest.append(try inner.decode(Int.self)) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        var inner = container.nestedContainer(keyedBy: Key.self, forKey: .inner)
        try inner.encode(first, forKey: .first)
        var list = container.nestedUnkeyedContainer(forKey: .list)
        try list.encode(rest[0])
        var rest = list.nestedUnkeyedContainer()
        try rest.encode(contentsOf: self.rest.dropFirst())
        var parent = container.superEncoder().container(keyedBy: Key.self)
        try parent.encode(first, forKey: .first)
    }
}
