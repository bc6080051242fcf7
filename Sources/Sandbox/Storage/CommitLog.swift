/// Encoded messages, one after another; an offset is a count of bytes since the first message ever.
struct CommitLog {
    private struct Segment {
        var start: Int
        var bytes: [UInt8] = []
    }

    private static let segmentSize = 4 << 20
    /// A message's size, and the mark that follows it.
    private static let prefix = 8
    private static let magics: Set<UInt32> = [0xDAA3_20A7, 0xDAA3_20AB]

    private var segments: [Segment] = [Segment(start: 0)]

    var minOffset: Int { segments[0].start }
    /// Where the next message goes.
    private(set) var maxOffset = 0

    mutating func append(_ message: [UInt8]) {
        if segments[segments.count - 1].bytes.count + message.count > Self.segmentSize, maxOffset > minOffset {
            segments.append(Segment(start: maxOffset))
        }
        segments[segments.count - 1].bytes += message
        maxOffset += message.count
    }

    /// The message that begins at `offset`; nil when none does.
    func message(at offset: Int) -> ArraySlice<UInt8>? {
        guard let segment = segment(containing: offset) else { return nil }
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
