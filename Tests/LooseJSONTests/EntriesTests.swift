import LooseJSON
import Testing

private struct Queue: Codable, Hashable { var topic: String, queueId: Int }
private struct Offset: Codable, Hashable { var minOffset: Int64, maxOffset: Int64 }

@Suite struct EntriesTests {
    private let text = """
        {{"topic":"T","queueId":3}:{"minOffset":0,"maxOffset":9007199254740993},\
        {"topic":"T","queueId":0}:{"minOffset":1,"maxOffset":2}}
        """

    @Test func `entries keep the order of the wire and their object keys`() throws {
        let entries = try Entries<Queue, Offset>(json: JSON(parsing: text.utf8))
        #expect(entries.map(\.key.queueId) == [3, 0])
        #expect(entries[Queue(topic: "T", queueId: 3)]?.maxOffset == 9_007_199_254_740_993)
        #expect(entries[Queue(topic: "T", queueId: 1)] == nil)
        #expect(try entries.json().looseDescription == text)
        let strict = try JSON(parsing: entries.json().description.utf8)
        #expect(try Entries<Queue, Offset>(json: strict) == entries)
    }

    @Test func `integer keys come quoted or not and go unquoted`() throws {
        let entries = try Entries<Int64, String>(json: JSON(parsing: "{1:\"b\",\"0\":\"a\"}".utf8))
        #expect(entries == [1: "b", 0: "a"])
        #expect(try entries.json().looseDescription == "{1:\"b\",0:\"a\"}")
        #expect(try entries.json().description == "{\"1\":\"b\",\"0\":\"a\"}")
    }

    @Test func `setting by key keeps places, appends and removes`() {
        var entries: Entries<String, Int> = ["b": 1, "a": 2]
        entries["b"] = 3
        entries["c"] = 4
        entries["a"] = nil
        entries["none"] = nil
        #expect(entries.keys == ["b", "c"])
        #expect(entries.values == [3, 4])
        #expect(entries != ["c": 4, "b": 3])
        #expect(Dictionary(entries) == ["b": 3, "c": 4])
        #expect(Set([entries, ["b": 3, "c": 4]]).count == 1)
        entries.removeAll { $0.value == 3 }
        #expect(entries.map(\.key) == ["c"])
    }

    @Test func `entries are a collection in both directions`() {
        let entries: Entries<Int, String> = [5: "a", 6: "b", 7: "c"]
        #expect(entries.count == 3)
        #expect(entries.reversed().map(\.key) == [7, 6, 5])
        #expect(entries[entries.index(entries.startIndex, offsetBy: 2)].value == "c")
        #expect(entries[6] == "b")
        #expect(entries.first?.key == 5)
    }

    @Test func `something else than an object is a mismatch`() throws {
        #expect(throws: DecodingError.self) { try Entries<String, Int>(json: [1]) }
        #expect(throws: DecodingError.self) { try Entries<Int, Int>(json: ["x": 1]) }
    }
}
