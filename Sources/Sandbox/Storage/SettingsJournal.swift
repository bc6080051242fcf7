internal import AdminProtocol
internal import Glibc

/// What a server keeps besides messages: a journal of names and values, the last of which holds.
///
/// One small record a change costs what a commit of an offset should cost; a whole file for each change, as the original
/// writes them every few seconds, would either cost a lot or lose the last seconds. The journal is written anew when
/// most of it has been overtaken.
final class SettingsJournal {
    /// What a name belongs to.
    enum Area: String {
        case topic, group, offset, account, user, policy, mapping, property, mode, threshold, value
        /// How far messages that wait have been delivered.
        case delay
        /// The next offset of a queue without messages.
        case queue
        /// Where the log stood when a topic was deleted.
        case removed
    }

    private static let blank: UInt8 = 0
    private let path: String
    private let disk: Disk
    private var file: RecordFile
    private var values: [String: [UInt8]] = [:]
    /// Whether the file lacks a change, for want of room.
    private var isBehind = false

    init(_ path: String, on disk: Disk) throws(StorageError) {
        (self.path, self.disk) = (path, disk)
        file = try RecordFile(path, of: .setting)
        try file.recover(isLast: true, notice: disk.notice) { payload throws(StorageError) in
            guard let middle = payload.firstIndex(of: Self.blank) else { return false }
            let name = String(decoding: payload[..<middle], as: UTF8.self)
            // A value begins with a blank of its own; a name without one is gone.
            values[name] = middle + 1 < payload.count ? Array(payload[(middle + 2)...]) : nil
            return true
        }
        if isWasteful(64 << 10) { try writeAnew() }
    }

    /// The names of an area and their values.
    func entries(_ area: Area) -> [(name: String, value: [UInt8])] {
        let prefix = area.rawValue + "/"
        return values.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }.map { key, value in
            (String(key.dropFirst(prefix.count)), value)
        }
    }

    /// The names of an area whose values are numbers, and these.
    func numbers(_ area: Area) -> [(String, Int)] {
        entries(area).compactMap { entry in Int(String(decoding: entry.value, as: UTF8.self)).map { (entry.name, $0) } }
    }

    /// The values of an area; those that cannot be read are reported.
    func values<Value: BodyContent>(_ area: Area, _ type: Value.Type) -> [Value] {
        entries(area).compactMap { read(area, $0.name, $0.value) }
    }

    func value<Value: BodyContent>(_ area: Area, _ name: String, _ type: Value.Type) -> Value? {
        guard let bytes = values["\(area.rawValue)/\(name)"] else { return nil }
        return read(area, name, bytes)
    }

    private func read<Value: BodyContent>(_ area: Area, _ name: String, _ bytes: [UInt8]) -> Value? {
        do throws(PayloadError) { return try Value(body: bytes) } catch {
            disk.notice("\(path): \(area.rawValue) \(name) is lost: \(error)")
            return nil
        }
    }

    func keep(_ area: Area, _ name: String, _ number: Int) { set(area, name, Array(String(number).utf8)) }

    func keep(_ area: Area, _ name: String, _ value: some BodyContent) {
        do throws(PayloadError) { set(area, name, try value.bodyBytes()) } catch {
            disk.notice("\(path): \(area.rawValue) \(name) cannot be kept: \(error)")
        }
    }

    func forget(_ area: Area, _ name: String) { set(area, name, nil) }

    /// Tells of a failure that nobody waits for.
    func report(_ error: StorageError) { disk.notice("\(error)") }

    private func set(_ area: Area, _ name: String, _ value: [UInt8]?) {
        let key = "\(area.rawValue)/\(name)"
        if values[key] == value { return }
        values[key] = value
        do throws(StorageError) {
            if isBehind || isWasteful(4 << 20) { try writeAnew() } else { try append(key, value, to: file) }
            disk.touch(file)
        } catch {
            isBehind = true
            disk.refuse(error)
        }
    }

    private func append(_ key: String, _ value: [UInt8]?, to file: RecordFile) throws(StorageError) {
        let bytes = Array(key.utf8) + [Self.blank] + (value.map { [Self.blank] + $0 } ?? [])
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(StorageError) in try file.append(bytes) }
        }
        try result.get()
    }

    /// Whether the file is large, and four times as large as what it says.
    private func isWasteful(_ limit: Int) -> Bool {
        guard file.size > limit else { return false }
        let needed = values.reduce(0) { $0 + $1.key.utf8.count + $1.value.count + RecordFile.headerSize + 2 }
        return file.size > 4 * needed
    }

    /// The file is replaced at once, by one that is safe.
    private func writeAnew() throws(StorageError) {
        let next = "\(path).new"
        unlink(next)
        let new = try RecordFile(next, of: .setting)
        do throws(StorageError) {
            for (key, value) in values { try append(key, value, to: new) }
            if fdatasync(new.descriptor) != 0 || rename(next, path) != 0 { throw .last(next) }
        } catch {
            unlink(next)
            throw error
        }
        (file, isBehind) = (new, false)
        disk.touch(new)
    }
}
