import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct StorageTests {
    @Test func `the log finds its messages across segments`() throws {
        var log = CommitLog()
        var offsets: [Int] = []
        let size: [UInt8] = [0, 0x10, 0, 0]  // 1 MiB
        let message = size + [0xDA, 0xA3, 0x20, 0xA7] + [UInt8](repeating: 7, count: (1 << 20) - 8)
        for _ in 0..<9 {
            offsets.append(log.maxOffset)
            try log.append(message)
        }
        for offset in offsets { #expect(log.message(at: offset)?.count == 1 << 20) }
        #expect(log.message(at: log.maxOffset) == nil)
        #expect(log.message(at: log.maxOffset - 4) == nil)
        #expect(log.message(at: 5) == nil)
    }

    @Test(arguments: [
        (5, false, 0), (10, false, 0), (11, false, 1), (20, false, 1), (21, false, 3), (31, false, 4),
        (5, true, 0), (10, true, 0), (20, true, 2), (25, true, 2), (30, true, 3), (99, true, 3),
    ])
    func `a queue knows its offset at a time`(_ time: Int, _ isUpper: Bool, _ offset: Int) {
        var queue = ConsumeQueue()
        for timestamp in [10, 20, 20, 30] {
            queue.append(.init(offset: 0, size: 1, tagsCode: 0, storeTimestamp: timestamp))
        }
        #expect(queue.offset(at: time, isUpper: isUpper) == offset)
    }

    @Test(arguments: [
        ("", 0), ("TagA", 2_598_919), ("TagB", 2_598_920), ("世界", 649_718), ("polygenelubricants", Int(Int32.min)),
    ])
    func `hashes are Java's`(_ text: String, _ hash: Int) {
        #expect(JavaHash.hash(text) == Int32(hash))
    }

    @Test func `a filter takes the tags that it names`() {
        #expect(TagFilter("*").accepts(tagsCode: 5))
        #expect(TagFilter(nil).accepts(tagsCode: 0))
        let filter = TagFilter("TagA || TagB")
        #expect(filter.tags == ["TagA", "TagB"])
        #expect(TagFilter(" A|B  ||C|| ").tags == ["A|B", "C"])
        #expect(filter.accepts(tagsCode: 2_598_920))
        #expect(!filter.accepts(tagsCode: 0))
    }

    @Test func `rates count the span that they are asked for`() {
        var rate = RateHistory()
        #expect(rate.text(at: 5_000) == "0.0 0.0 0.0")
        for second in 0..<20 { rate.add(3, at: second * 1000 + 500) }
        #expect(rate.rate(over: 10, at: 19_900) == 3)
        #expect(rate.rate(over: 60, at: 19_900) == 1)
        #expect(rate.rate(over: 10, at: 100_000) == 0)
        #expect(rate.total == 60)
    }
}
