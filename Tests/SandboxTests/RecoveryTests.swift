import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct RecoveryTests {
    private static let log = "broker-a/store/commitlog/00000000000000000000"

    /// A store with five messages in a new folder; returns the size of its file.
    private func fill(_ data: TemporaryData) throws -> [UInt8] {
        try withStore(data) { store in for number in 0..<5 { try store.append("T", "m\(number)", at: 1000 + number) } }
        return try data.read(Self.log)
    }

    private func withStore<Value>(_ data: TemporaryData, _ body: (MessageStore) throws -> Value) throws -> Value {
        let folder = try #require(try DataFolder(data.options()))
        defer { folder.end() }
        return try body(try folder.store(of: "broker-a", id: 0))
    }

    @Test func `a store that is opened again has its messages, queues and index`() throws {
        let data = TemporaryData()
        _ = try fill(data)
        try withStore(data) { store in
            #expect(try store.texts("T") == ["m0", "m1", "m2", "m3", "m4"])
            #expect(store.earliestTimestamp == 1000)
            let found = store.index.matches(topic: "T", key: "m3", limit: 9, from: 0, to: 9999)
            let offset = try #require(found.offsets.first)
            #expect(store.queue(QueueKey(topic: "T", queue: 0))?.entry(at: 3)?.offset == offset)
            #expect(store.pull(QueueKey(topic: "T", queue: 0), from: 0, limit: 9, TagFilter("B")).count == 0)
            try store.append("T", "m5", at: 2000)
        }
        #expect(try withStore(data) { try $0.texts("T") } == ["m0", "m1", "m2", "m3", "m4", "m5"])
        #expect(data.notices == [])
    }

    @Test func `a log that ends anywhere in a record begins with the ones before`() throws {
        let data = TemporaryData()
        let bytes = try fill(data)
        let size = bytes.count / 5
        for end in (bytes.count - 2 * size)..<bytes.count {
            try data.write(Array(bytes[..<end]), to: Self.log)
            let texts = try withStore(data) { store in
                try store.append("T", "new", at: 3000)
                return try store.texts("T")
            }
            #expect(texts == (0..<(end / size)).map { "m\($0)" } + ["new"])
        }
        #expect(data.notices.count == 2 * size - 1 - 1)
        #expect(data.notices.allSatisfy { $0.contains("cut off an unfinished record of ") })
        #expect(try data.names(in: "broker-a/store/commitlog").count == 1)
    }

    @Test func `zeros that a loss of power leaves behind are cut off`() throws {
        let data = TemporaryData()
        let bytes = try fill(data)
        try data.write(bytes + [UInt8](repeating: 0, count: 5000), to: Self.log)
        #expect(try withStore(data) { try $0.texts("T").count } == 5)
        #expect(try data.read(Self.log) == bytes)
    }

    @Test func `a flipped bit anywhere is found, and nothing is lost silently`() throws {
        let data = TemporaryData()
        let bytes = try fill(data)
        let size = bytes.count / 5
        for place in (2 * size)..<(3 * size) {
            var broken = bytes
            broken[place] ^= 1 << (place % 8)
            try data.write(broken, to: Self.log)
            #expect(try withStore(data) { try $0.texts("T") } == ["m0", "m1"])
            #expect(data.notices.last?.hasPrefix("\(data.path)/\(Self.log): ") == true)
            #expect(data.notices.last?.contains("at byte \(2 * size)") == true)
            if data.notices.last?.contains("is corrupt") == true {
                #expect(try data.read("\(Self.log).corrupt-\(2 * size)") == Array(broken[(2 * size)...]))
            }
        }
    }

    @Test func `a corrupt record before other files is an error that changes nothing`() throws {
        let data = TemporaryData()
        let folder = try #require(try DataFolder(data.options()))
        let files = try LogFolder("\(data.path)/log", on: folder.disk)
        // A limit makes the files small, which is what it takes to have some.
        var log = try CommitLog(files, Retention(bytes: 1)) { _, _ in }
        let store = MessageStore()
        for number in 0..<8 {
            try store.append("T", String(repeating: "x", count: 30_000), at: 5)
            let entry = try #require(store.queue(QueueKey(topic: "T", queue: 0))?.entry(at: number))
            let message = try #require(store.log.message(at: entry.offset))
            try log.append(Array(message), at: 5)
        }
        let names = try data.names(in: "log")
        #expect(names.count > 2)
        var bytes = try data.read("log/\(names[1])")
        bytes[40] ^= 1
        try data.write(bytes, to: "log/\(names[1])")
        #expect(throws: StorageError.corrupt(file: "\(data.path)/log/\(names[1])", position: 0)) {
            _ = try CommitLog(files, Retention()) { _, _ in }
        }
        #expect(try data.read("log/\(names[1])") == bytes)
        folder.end()
    }

    @Test func `one folder serves one sandbox`() throws {
        let data = TemporaryData()
        let first = try #require(try DataFolder(data.options()))
        #expect(throws: StorageError.inUse(data.path)) { _ = try DataFolder(data.options()) }
        first.end()
        try #require(try DataFolder(data.options())).end()
    }
}
