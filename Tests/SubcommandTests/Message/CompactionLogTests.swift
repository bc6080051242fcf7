import AdminProtocol
import Glibc
import Testing

@testable import Subcommands

@Suite struct CompactionLogTests {
    private let message: StoredMessage = {
        let host = HostAddress(ip: [127, 0, 0, 1], port: 10_911)
        return StoredMessage(
            topic: "T", queueId: 1, queueOffset: 2, commitLogOffset: 3, bornTimestamp: 4, bornHost: host,
            storeTimestamp: 5, storeHost: host, body: [1, 2, 3], properties: MessageProperties([("KEYS", "k")]))
    }()

    /// The messages of a file with these bytes.
    private func messages(in bytes: [UInt8]) throws -> [StoredMessage] {
        let path = "/tmp/mqadmin-compaction-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        try PlainFile.write(bytes, to: path)
        defer { unlink(path) }
        let log = try CompactionLog(path: path)
        var messages: [StoredMessage] = []
        while let message = try log.next() { messages.append(message) }
        return messages
    }

    @Test func `every message is read, and the room behind them is not`() throws {
        let bytes = message.encoded() + message.encoded()
        #expect(try messages(in: bytes).map(\.queueOffset) == [2, 2])
        #expect(try messages(in: bytes + Array(repeating: 0, count: 100)).count == 2)
        let blank: [UInt8] = [0, 0, 0, 40, 0xCB, 0xD4, 0x31, 0x94]
        #expect(try messages(in: bytes + blank + Array(repeating: 9, count: 32)).count == 2)
    }

    @Test func `a message that is cut off is an error`() {
        #expect(throws: LogError.self) { try messages(in: message.encoded().dropLast()) }
    }

    @Test func `a size that no message has is an error`() {
        #expect(throws: LogError.self) { try messages(in: message.encoded() + [0x7F, 0, 0, 0, 1, 2, 3, 4]) }
    }

    @Test func `a folder is no log`() {
        #expect(throws: LogError.self) { try CompactionLog(path: "/tmp") }
    }
}
