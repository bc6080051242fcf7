internal import Glibc

/// Encoded messages, one after another; an offset is a count of their bytes since the first message ever.
///
/// The log is what a broker knows: its queues and its index follow from it and are made anew when a folder is opened,
/// at some 500 MB a second, so that there is nothing on disk that could contradict it. It is a row of segments, in memory
/// or each in a file, so that the oldest can go. A file's name is the offset at which it begins, as in the original; its
/// records are the messages as clients get them, each with a checksum.
struct CommitLog {
    struct Segment {
        let start: Int
        /// Bytes of messages.
        var count = 0
        /// The messages, where they are in memory.
        var bytes: [UInt8] = []
        var file: RecordFile?
        /// Where the messages of a file begin, counted from `start`.
        var starts: [UInt32] = []
        /// Epoch milliseconds.
        var firstTimestamp = 0
        var lastTimestamp = 0

        init(start: Int) { self.start = start }
    }

    /// In memory; files are larger.
    private static let segmentSize = 4 << 20
    static let fileSize = 64 << 20
    /// A message's size, and the mark that follows it.
    private static let prefix = 8
    private static let magics: Set<UInt32> = [0xDAA3_20A7, 0xDAA3_20AB]

    private(set) var segments: [Segment] = []
    /// Where the files are.
    let folder: LogFolder?
    private let limit: Int
    private let retention: Retention

    /// An empty log, in memory.
    init(_ retention: Retention = Retention()) {
        (folder, self.retention) = (nil, retention)
        limit = retention.segmentSize(atMost: Self.segmentSize)
        segments = [Segment(start: 0)]
    }

    /// The log in a folder; every message that is there is handed to `take`.
    init(
        _ folder: LogFolder, _ retention: Retention, _ take: (StoredFields, Int) -> Void
    ) throws(StorageError) {
        (self.folder, self.retention) = (folder, retention)
        limit = retention.segmentSize(atMost: Self.fileSize)
        segments = try folder.segments(take)
    }

    var minOffset: Int { segments[0].start }
    /// Where the next message goes.
    var maxOffset: Int { segments[segments.count - 1].start + segments[segments.count - 1].count }
    /// Epoch milliseconds of the oldest message; nil while there is none.
    var firstTimestamp: Int? { segments[0].count > 0 ? segments[0].firstTimestamp : nil }

    /// `timestamp` is when the message was stored, in epoch milliseconds.
    mutating func append(_ message: [UInt8], at timestamp: Int = 0) throws(StorageError) {
        if isFull(for: message.count, at: timestamp) { try roll() }
        let index = segments.count - 1
        if let folder {
            try folder.append(message, to: &segments[index])
        } else {
            segments[index].bytes += message
        }
        if segments[index].count == 0 { segments[index].firstTimestamp = timestamp }
        segments[index].count += message.count
        segments[index].lastTimestamp = timestamp
    }

    /// Whether the last segment has no room, or holds an eighth of the time that messages stay: else few messages would
    /// never be old enough.
    private func isFull(for size: Int, at now: Int) -> Bool {
        // In place: a copy of the segment would make the next write copy its messages.
        let last = segments.count - 1
        if segments[last].count == 0 { return false }
        if segments[last].count + size > limit { return true }
        guard let age = retention.age else { return false }
        return now - segments[last].firstTimestamp > Int(age / .milliseconds(8))
    }

    private mutating func roll() throws(StorageError) {
        var next = Segment(start: maxOffset)
        if let folder { next.file = try folder.makeFile(at: next.start) } else { next.bytes.reserveCapacity(limit) }
        segments.append(next)
    }

    /// Where the log begins when the segments are gone that `retention` does not keep; nil when it keeps all.
    func newStart(at now: Int) -> Int? {
        guard retention.isLimited else { return nil }
        let oldest = retention.oldest(at: now)
        var start = minOffset
        for (index, segment) in segments.enumerated() where segment.count > 0 {
            let isBeyond = index + 1 < segments.count && maxOffset - segment.start > retention.bytes ?? .max
            guard isBeyond || segment.lastTimestamp < oldest else { break }
            start = segment.start + segment.count
        }
        return start > minOffset ? start : nil
    }

    /// Lets the segments before an offset go.
    mutating func removeSegments(before offset: Int) throws(StorageError) {
        if offset == maxOffset, segments[segments.count - 1].count > 0 { try roll() }
        while segments.count > 1, segments[1].start <= offset {
            if let file = segments.removeFirst().file { folder?.remove(file) }
        }
    }

    /// Forgets what stands from `end` on.
    mutating func truncate(to end: Int) throws(StorageError) {
        while segments.count > 1, segments[segments.count - 1].start >= end {
            if let file = segments.removeLast().file { folder?.remove(file) }
        }
        try segments[segments.count - 1].truncate(to: max(0, end - segments[segments.count - 1].start))
    }

    /// The message that begins at `offset`; nil when none does.
    func message(at offset: Int) -> ArraySlice<UInt8>? {
        guard let segment = segment(containing: offset) else { return nil }
        if segment.file != nil { return segment.read(at: offset - segment.start) }
        let start = offset - segment.start
        guard segment.bytes.count - start > Self.prefix else { return nil }
        let size = Int(word(segment.bytes, start))
        guard size > Self.prefix, size <= segment.bytes.count - start else { return nil }
        guard Self.magics.contains(word(segment.bytes, start + 4)) else { return nil }
        return segment.bytes[start..<(start + size)]
    }

    private func segment(containing offset: Int) -> Segment? {
        guard offset >= minOffset, offset < maxOffset else { return nil }
        var (low, high) = (0, segments.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if segments[middle].start <= offset { low = middle } else { high = middle - 1 }
        }
        return segments[low]
    }

    private func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
        bytes[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
