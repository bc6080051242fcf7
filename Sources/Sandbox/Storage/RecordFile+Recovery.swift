internal import Glibc

extension RecordFile {
    /// Hands out the records from the start on, up to the first that is not whole; the file ends there from now on.
    ///
    /// What follows it is cut off. Bytes that were more than an unfinished write stay in a file beside this one. With
    /// `isLast` false, records that others follow, a broken one is an error and nothing is changed.
    func recover(
        isLast: Bool, notice: (String) -> Void,
        _ take: (UnsafeRawBufferPointer) throws(StorageError) -> Bool
    ) throws(StorageError) {
        let end = try scan(take)
        let length = Int(lseek(descriptor, 0, SEEK_END))
        setSize(end)
        if length <= end { return }
        if !isLast { throw .corrupt(file: path, position: end) }
        try cut(from: end, to: length, notice)
    }

    /// Where the whole records end.
    private func scan(
        _ take: (UnsafeRawBufferPointer) throws(StorageError) -> Bool
    ) throws(StorageError) -> Int {
        var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        // The buffer holds the file's bytes from `base` on, `filled` of them.
        var (base, filled) = (0, 0)
        while true {
            let step = try records(in: UnsafeRawBufferPointer(rebasing: buffer[..<filled]), take)
            if step.isBroken { return base + step.taken }
            let rest = UnsafeRawBufferPointer(rebasing: buffer[step.taken..<filled])
            (base, filled) = (base + step.taken, rest.count)
            if step.needed > buffer.count {
                let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: step.needed, alignment: 16)
                larger.copyMemory(from: rest)
                buffer.deallocate()
                buffer = larger
            } else {
                buffer.copyMemory(from: rest)
            }
            let room = buffer[filled...]
            let count = pread(
                descriptor, UnsafeMutableRawBufferPointer(rebasing: room).baseAddress, room.count, off_t(base + filled))
            if count < 0 { throw .last(path) }
            if count == 0 { return base }
            filled += count
        }
    }

    /// Takes the whole records at the front; `needed` is the size of the one that has not arrived wholly.
    private func records(
        in bytes: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer) throws(StorageError) -> Bool
    ) throws(StorageError) -> (taken: Int, needed: Int, isBroken: Bool) {
        var position = 0
        while bytes.count - position >= Self.headerSize {
            guard let length = length(in: bytes, at: position) else { return (position, 0, true) }
            let size = Self.headerSize + length
            if bytes.count - position < size { return (position, size, false) }
            guard let payload = payload(in: bytes, at: position), try take(payload) else { return (position, 0, true) }
            position += size
        }
        return (position, Self.headerSize, false)
    }

    /// The length of a record's payload; nil where none begins.
    private func length(in bytes: UnsafeRawBufferPointer, at position: Int) -> Int? {
        guard bytes.count - position >= Self.headerSize, word(bytes, position) == kind.rawValue else { return nil }
        let length = Int(word(bytes, position + 4))
        return (1...Self.largest).contains(length) ? length : nil
    }

    /// The payload of the record at a position, where there is a whole one.
    private func payload(in bytes: UnsafeRawBufferPointer, at position: Int) -> UnsafeRawBufferPointer? {
        guard let length = length(in: bytes, at: position) else { return nil }
        let start = position + Self.headerSize
        guard length <= bytes.count - start else { return nil }
        let payload = UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length)])
        return Self.checksum(payload) == word(bytes, position + 8) ? payload : nil
    }

    private func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt32 {
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
    }

    private func cut(from end: Int, to length: Int, _ notice: (String) -> Void) throws(StorageError) {
        guard let rest = bytes(at: end, count: length - end) else { throw .last(path) }
        if rest.withUnsafeBytes({ self.isUnfinished($0) }) {
            notice("\(path): cut off an unfinished record of \(rest.count) bytes at byte \(end)")
        } else {
            let copy = "\(path).corrupt-\(end)"
            try FileSystem.write(rest, to: copy)
            let place = "the record at byte \(end) is corrupt"
            notice("\(path): \(place); it and what follows, \(rest.count) bytes, are in \(copy) from now on")
        }
        if ftruncate(descriptor, off_t(end)) != 0 || fdatasync(descriptor) != 0 { throw .last(path) }
    }

    /// Whether the bytes are a record's beginning, or what the system leaves where nothing was written.
    private func isUnfinished(_ rest: UnsafeRawBufferPointer) -> Bool {
        if rest.count < Self.headerSize { return true }
        if let length = length(in: rest, at: 0) { return rest.count - Self.headerSize < length }
        return rest.allSatisfy { $0 == 0 }
    }
}
