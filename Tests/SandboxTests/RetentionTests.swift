import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct RetentionTests {
    private let key = QueueKey(topic: "T", queue: 0)
    private let text = String(repeating: "x", count: 1000)

    @Test func `a log beyond its size lets its oldest messages go`() throws {
        let store = MessageStore(retention: Retention(bytes: 1 << 20))
        for number in 0..<3000 { try store.append("T", "\(number)" + text, at: 1000 + number) }
        let queue = try #require(store.queue(key))
        #expect(store.log.maxOffset - store.log.minOffset <= 1 << 20)
        #expect(store.log.maxOffset - store.log.minOffset > 7 << 17)
        #expect(queue.maxOffset == 3000)
        #expect(queue.entry(at: queue.minOffset)?.offset == store.log.minOffset)
        #expect(queue.entry(at: queue.minOffset - 1) == nil)
        #expect(store.earliestTimestamp == 1000 + queue.minOffset)
        let pulled = store.pull(key, from: 5, limit: 1, TagFilter("*"))
        #expect(pulled.code(from: 5) == .pullOffsetMoved)
        #expect(pulled.nextOffset == queue.minOffset)
        #expect(store.pull(key, from: queue.minOffset, limit: 1, TagFilter("*")).count == 1)
        #expect(queue.offset(at: 0, isUpper: false) == queue.minOffset)
        #expect(queue.offset(at: 3900, isUpper: false) == 2900)
        #expect(store.index.matches(topic: "T", key: "7" + text, limit: 1, from: 0, to: .max).offsets == [])
        #expect(store.index.matches(topic: "T", key: "2990" + text, limit: 1, from: 0, to: .max).offsets.count == 1)
    }

    @Test func `messages that are too old go, the last one too`() throws {
        let store = MessageStore(retention: Retention(age: .seconds(80)))
        for second in 0..<200 { try store.append("T", text, at: 1_000_000 + second * 1000) }
        #expect((100...120).contains(store.minOffset(of: key)))
        store.removeExpired(at: 1_000_000 + 1_000_000)
        #expect(store.minOffset(of: key) == 200)
        #expect(store.earliestTimestamp == -1)
        #expect(store.pull(key, from: 200, limit: 1, TagFilter("*")).status == .atEnd)
        #expect(store.pull(key, from: 3, limit: 1, TagFilter("*")).nextOffset == 200)
        try store.append("T", text, at: 3_000_000)
        #expect(store.pull(key, from: 200, limit: 1, TagFilter("*")).count == 1)
    }

    @Test func `a queue without messages goes on after a restart where it was, and its files are gone`() throws {
        let data = TemporaryData()
        for round in 0..<2 {
            let folder = try #require(try DataFolder(data.options(sync: false, Retention(age: .seconds(8)))))
            let store = try folder.store(of: "broker-a", id: 0)
            #expect(store.maxOffset(of: key) == round * 20)
            for number in 0..<20 { try store.append("T", text, at: 1_000_000 * (round + 1) + number * 500) }
            store.removeExpired(at: 9_000_000)
            #expect(store.minOffset(of: key) == (round + 1) * 20)
            #expect(try data.names(in: "broker-a/store/commitlog").count == 1)
            folder.end()
        }
    }

    @Test func `a topic that was deleted does not come back, and begins anew`() throws {
        let data = TemporaryData()
        for round in 0..<2 {
            let folder = try #require(try DataFolder(data.options()))
            let store = try folder.store(of: "broker-a", id: 0)
            if round == 0 {
                for number in 0..<5 { try store.append("T", "old\(number)", at: 1000) }
                try store.append("U", "u", at: 1000)
                store.removeQueues(of: "T")
            } else {
                #expect(store.maxOffset(of: key) == 0)
            }
            try store.append("T", "new", at: 2000)
            #expect(try store.texts("T") == ["new"])
            #expect(try store.texts("U") == ["u"])
            store.removeQueues(of: "T")
            folder.end()
        }
    }

    @Test func `what stands behind a byte of the log can be forgotten`() throws {
        for data in [nil, TemporaryData()] {
            let folder = try data.flatMap { try DataFolder($0.options()) }
            let store = try MessageStore.of("broker-a", id: 0, in: folder, Retention())
            for number in 0..<5 { try store.append("T", "m\(number)", at: 1000) }
            store.truncate(to: try #require(store.queue(key)?.entry(at: 2)?.offset))
            try store.append("T", "n", at: 1000)
            #expect(try store.texts("T") == ["m0", "m1", "n"])
            #expect(store.index.matches(topic: "T", key: "m3", limit: 1, from: 0, to: 9999).offsets == [])
            folder?.end()
        }
    }
}
