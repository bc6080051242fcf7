import AdminProtocol
import Glibc

/// A file of stored messages, end to end, which may have room at its end (`CompactionLog.java`).
final class CompactionLog: Sendable {
    private nonisolated(unsafe) let file: UnsafeMutablePointer<FILE>
    private let path: String

    /// The largest message that a broker takes, with room for its other fields.
    private static let limit = 64 << 20
    /// Stands in the place of a message's own where the rest of a file is empty.
    private static let blank: [UInt8] = [0xCB, 0xD4, 0x31, 0x94]

    init(path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw LogError(path: path, reason: String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw LogError(path: path, reason: "it is no file") }
        guard let file = fopen(path, "re") else {
            throw LogError(path: path, reason: String(cString: strerror(errno)))
        }
        (self.file, self.path) = (file, path)
    }

    deinit { fclose(file) }

    /// The next message, or nil where the messages end.
    func next() throws -> StoredMessage? {
        let start = ftell(file)
        let head = read(8)
        let size = head.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard head.count == 8, size > 0, head.suffix(4) != Self.blank[...] else { return nil }
        guard (8...Self.limit).contains(size) else {
            throw LogError(path: path, reason: "no message starts at byte \(start): it would have \(size) bytes")
        }
        let rest = read(size - 8)
        guard rest.count == size - 8 else {
            throw LogError(path: path, reason: "the message at byte \(start) is cut off")
        }
        var reader = MessageReader(head + rest)
        do { return try reader.next() } catch {
            throw LogError(path: path, reason: "at byte \(start), \(error)")
        }
    }

    private func read(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            used = fread(buffer.baseAddress, 1, count, file)
        }
    }
}

/// A file that is not what it should be, in one line.
struct LogError: Error, CustomStringConvertible {
    var path: String
    var reason: String
    var description: String { "cannot read \(path): \(reason)" }
}
