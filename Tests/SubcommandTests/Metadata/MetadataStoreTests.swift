import AdminClient
import LooseJSON
import Testing

@testable import Subcommands

/// Needs RocksDB: apt-get install librocksdb-dev.
@Suite(.enabled(if: RocksWriter.isInstalled)) struct MetadataStoreTests {
    private func entry(_ key: String, _ value: String) -> ([UInt8], [UInt8]) { (Array(key.utf8), Array(value.utf8)) }

    @Test func `topics of the first layout are read with their version`() async throws {
        try await withTemporaryFolder { folder in
            let topic = #"{"attributes":{},"perm":6,"readQueueNums":8,"topicName":"B","writeQueueNums":8}"#
            try RocksWriter().write(
                "\(folder)/topics", [entry("B", topic), entry("A", "{}")],
                version: #"{"counter":7,"stateVersion":0,"timestamp":1795171722257}"#)
            let store = try MetadataStore(.topics, in: folder)
            #expect(store.entries.map(\.key) == ["A", "B"])
            #expect(store.entries.last?.value["readQueueNums"]?.int == 8)
            #expect(store.dataVersion?["counter"]?.int == 7)
            #expect(store.lines == ["1, Key: A, Value: {}", "2, Key: B, Value: \(topic)"])
            #expect(store.document["topicConfigTable"]?.members?.count == 2)
        }
    }

    @Test func `a database is found without its folder's name, and left as it is`() async throws {
        try await withTemporaryFolder { folder in
            try RocksWriter().write("\(folder)/copy", [entry("GroupTest", #"{"groupName":"GroupTest"}"#)])
            let before = try names(in: "\(folder)/copy")
            let store = try MetadataStore(.subscriptionGroups, in: "\(folder)/copy")
            #expect(
                store.document.description == #"{"subscriptionGroupTable":{"GroupTest":{"groupName":"GroupTest"}}}"#)
            #expect(try names(in: "\(folder)/copy") == before)
        }
    }

    @Test func `offsets are printed as Java prints a map`() async throws {
        try await withTemporaryFolder { folder in
            try RocksWriter().write(
                "\(folder)/consumerOffsets", [entry("TopicTest@GroupTest", #"{"offsetTable":{"0":5,"1":7}}"#)])
            let store = try MetadataStore(.consumerOffsets, in: folder)
            #expect(store.namedLines == ["type: offsetTable", "1, Key: TopicTest@GroupTest, Value: {0=5, 1=7}"])
            #expect(store.document.description == #"{"offsetTable":{"TopicTest@GroupTest":{"0":5,"1":7}}}"#)
        }
    }

    @Test func `the second layout has all stores in one database`() async throws {
        try await withTemporaryFolder { folder in
            let offset: [UInt8] = [1, 0, 1, 2, 0, 1, 0x47, 1, 0, 1, 0x54, 1, 0, 0, 0, 3]
            try RocksWriter().write(
                "\(folder)/rdb",
                [
                    ([1, 0, 3, 1] + Array("data_version".utf8), [UInt8](repeating: 0, count: 23) + [9]),
                    ([1, 0, 3, 2, 0, 1, 0x54], [1] + Array(#"{"topicName":"T"}"#.utf8)),
                    ([1, 0, 4, 2, 0, 1, 0x47], [1] + Array(#"{"groupName":"G"}"#.utf8)),
                    (offset, [0, 0, 0, 0, 0, 0, 1, 4]),
                ])
            let topics = try MetadataStore(.topics, in: folder)
            #expect(topics.table.description == #"{"topicConfigTable":{"T":{"topicName":"T"}}}"#)
            #expect(topics.dataVersion?["counter"]?.int == 9)
            let groups = try MetadataStore(.subscriptionGroups, in: "\(folder)/rdb")
            #expect(groups.entries.map(\.key) == ["G"])
            let offsets = try MetadataStore(.consumerOffsets, in: folder)
            #expect(offsets.table.description == #"{"offsetTable":{"T@G":{"3":260}}}"#)
        }
    }

    @Test func `what cannot be read is named`() async throws {
        try await withTemporaryFolder { folder in
            #expect(throws: NotFoundError.self) { try MetadataStore(.topics, in: folder) }
            try RocksWriter().write("\(folder)/topics", [entry("T", "not JSON")])
            let error = #expect(throws: RocksError.self) { try MetadataStore(.topics, in: folder) }
            #expect(error?.description.contains("the value of 'T'") == true)
            try PlainFile.write(Array("MANIFEST-999999\n".utf8), to: "\(folder)/topics/CURRENT")
            let damaged = #expect(throws: RocksError.self) { try MetadataStore(.topics, in: folder) }
            #expect(damaged?.description.contains("cannot read \(folder)/topics") == true)
        }
    }
}
