import AdminProtocol
import Glibc
import Synchronization

@testable import Sandbox

/// A folder for a sandbox's data, which goes with this object.
final class TemporaryData: Sendable {
    let path: String
    private let heard = Mutex<[String]>([])

    init() {
        var template = Array("/tmp/mqadmin-data-XXXXXX".utf8CString)
        path =
            template.withUnsafeMutableBufferPointer {
                $0.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
            } ?? ""
    }

    deinit { Self.remove(path) }

    /// What was reported.
    var notices: [String] { heard.withLock { $0 } }

    func options(sync: Bool = true, _ retention: Retention = Retention()) -> StorageOptions {
        var options = StorageOptions()
        (options.folder, options.isSynchronous, options.retention) = (path, sync, retention)
        options.notice = { [heard = self] line in heard.heard.withLock { $0.append(line) } }
        return options
    }

    /// The bytes of a file below the folder.
    func read(_ name: String) throws -> [UInt8] {
        let file = try RecordFile("\(path)/\(name)", of: .message)
        let size = Int(lseek(file.descriptor, 0, SEEK_END))
        return file.bytes(at: 0, count: size) ?? []
    }

    func write(_ bytes: [UInt8], to name: String) throws { try FileSystem.write(bytes, to: "\(path)/\(name)") }

    func names(in folder: String) throws -> [String] {
        try FileSystem.names(in: "\(path)/\(folder)").filter { !$0.hasPrefix(".") }
    }

    private static func remove(_ path: String) {
        for name in (try? FileSystem.names(in: path)) ?? [] where name != "." && name != ".." {
            if unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
        }
        rmdir(path)
    }
}

extension MessageStore {
    /// Stores a message at a time.
    func append(_ topic: String, queue: Int = 0, _ text: String, at time: Int) throws {
        var message = StoredMessage(
            topic: topic, queueId: queue, queueOffset: 0, commitLogOffset: 0, bornTimestamp: time,
            bornHost: HostAddress(ip: [127, 0, 0, 1], port: 1), storeTimestamp: time,
            storeHost: HostAddress(ip: [127, 0, 0, 1], port: 2), body: Array(text.utf8),
            properties: MessageProperties([("KEYS", text), ("TAGS", "A")]))
        try append(&message)
    }

    /// The texts of a queue's messages, from its start.
    func texts(_ topic: String, queue: Int = 0) throws -> [String] {
        let key = QueueKey(topic: topic, queue: queue)
        var texts: [String] = []
        while texts.count < maxOffset(of: key) - minOffset(of: key) {
            let pulled = pull(key, from: minOffset(of: key) + texts.count, limit: 32, TagFilter("*"))
            if pulled.count == 0 { return texts }
            texts += try MessageReader.messages(in: pulled.messages).map { String(decoding: $0.body, as: UTF8.self) }
        }
        return texts
    }
}
