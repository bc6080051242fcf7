internal import Glibc

/// The files of a log.
final class LogFolder {
    let path: String
    private let disk: Disk

    init(_ path: String, on disk: Disk) throws(StorageError) {
        (self.path, self.disk) = (path, disk)
        try FileSystem.makeFolder(path)
    }

    /// Reads the files; the last one is ready for more.
    func segments(
        _ take: (StoredFields, Int) -> Void
    ) throws(StorageError) -> [CommitLog.Segment] {
        let starts = try FileSystem.names(in: path).filter { $0.utf8.count == 20 }.compactMap { Int($0) }
        var segments: [CommitLog.Segment] = []
        for start in starts {
            if let last = segments.last, last.start + last.count != start {
                throw .corrupt(file: name(of: start), position: 0)
            }
            segments.append(try segment(at: start, isLast: start == starts.last, take))
        }
        if segments.isEmpty {
            var first = CommitLog.Segment(start: 0)
            first.file = try makeFile(at: 0)
            segments = [first]
        }
        return segments
    }

    private func segment(
        at start: Int, isLast: Bool, _ take: (StoredFields, Int) -> Void
    ) throws(StorageError) -> CommitLog.Segment {
        var segment = CommitLog.Segment(start: start)
        let file = try RecordFile(name(of: start), of: .message)
        segment.file = file
        try file.recover(isLast: isLast, notice: disk.notice) { payload throws(StorageError) in
            guard let fields = StoredFields(payload), fields.commitLogOffset == start + segment.count else {
                return false
            }
            take(fields, start + segment.count)
            segment.note(size: payload.count, at: fields.storeTimestamp)
            return true
        }
        return segment
    }

    func makeFile(at start: Int) throws(StorageError) -> RecordFile {
        let file = try RecordFile(name(of: start), of: .message)
        do throws(StorageError) { try FileSystem.synchronize(folder: path) } catch {
            unlink(file.path)
            throw error
        }
        return file
    }

    func append(_ message: [UInt8], to segment: inout CommitLog.Segment) throws(StorageError) {
        guard let file = segment.file else { return }
        if let failure = disk.failure { throw failure }
        let result = message.withUnsafeBytes { bytes in
            Result { () throws(StorageError) in try file.append(bytes) }
        }
        try result.get()
        segment.starts.append(UInt32(truncatingIfNeeded: segment.count))
        disk.touch(file)
    }

    func remove(_ file: RecordFile) { unlink(file.path) }

    private func name(of start: Int) -> String {
        let digits = String(start)
        return "\(path)/\(String(repeating: "0", count: max(0, 20 - digits.utf8.count)))\(digits)"
    }
}

extension CommitLog.Segment {
    /// Counts a message that is in the file.
    fileprivate mutating func note(size: Int, at timestamp: Int) {
        if count == 0 { firstTimestamp = timestamp }
        starts.append(UInt32(truncatingIfNeeded: count))
        count += size
        lastTimestamp = timestamp
    }

    /// Forgets what stands from `end` on, counted from `start`.
    mutating func truncate(to end: Int) throws(StorageError) {
        if end >= count { return }
        count = end
        guard let file else { return bytes.removeLast(bytes.count - end) }
        while let last = starts.last, Int(last) >= end { starts.removeLast() }
        try file.truncate(to: end + starts.count * RecordFile.headerSize)
    }

    /// The message of the file that begins at `offset`, counted from `start`.
    func read(at offset: Int) -> ArraySlice<UInt8>? {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
        }
        guard low < starts.count, Int(starts[low]) == offset else { return nil }
        let end = low + 1 < starts.count ? Int(starts[low + 1]) : count
        return file?.bytes(at: offset + (low + 1) * RecordFile.headerSize, count: end - offset)?[...]
    }
}
