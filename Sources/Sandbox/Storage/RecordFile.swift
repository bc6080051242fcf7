internal import CZlib
internal import Glibc

/// A file that only grows, record by record; each stands behind its kind, its length and a checksum.
///
///     ┌──────────────┬────────────────┬───────────────┬─────────┐
///     │ kind: UInt32 │ length: UInt32 │ CRC-32: UInt32│ payload │
///     └──────────────┴────────────────┴───────────────┴─────────┘
///
/// The numbers are big-endian; the checksum is zlib's, of the payload.
final class RecordFile {
    /// What a file's records are; as bytes, its name.
    enum Kind: UInt32 {
        case message = 0x4D51_4C47
        case setting = 0x4D51_5354
    }

    static let headerSize = 12
    /// More than the largest message or setting has.
    static let largest = 64 << 20

    let path: String
    let kind: Kind
    let descriptor: CInt
    /// Bytes of whole records.
    private(set) var size = 0

    init(_ path: String, of kind: Kind) throws(StorageError) {
        (self.path, self.kind) = (path, kind)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw .last(path) }
    }

    deinit { close(descriptor) }

    /// After a failure the file is as it was.
    func append(_ payload: UnsafeRawBufferPointer) throws(StorageError) {
        var header = (kind.rawValue.bigEndian, UInt32(payload.count).bigEndian, Self.checksum(payload).bigEndian)
        let total = Self.headerSize + payload.count
        let written = withUnsafeMutableBytes(of: &header) { header in
            var parts = (
                iovec(iov_base: header.baseAddress, iov_len: header.count),
                iovec(iov_base: UnsafeMutableRawPointer(mutating: payload.baseAddress), iov_len: payload.count)
            )
            return withUnsafePointer(to: &parts) {
                $0.withMemoryRebound(to: iovec.self, capacity: 2) { pwritev(descriptor, $0, 2, off_t(size)) }
            }
        }
        if written != total {
            // Where a part found room, there is none for the rest.
            let error = written < 0 ? StorageError.last(path) : .system(file: path, code: ENOSPC)
            ftruncate(descriptor, off_t(size))
            throw error
        }
        size += total
    }

    /// The bytes at a position; nil where the file, which somebody may have touched, does not have them.
    func bytes(at position: Int, count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(position)))
        }
        return bytes.count == count ? bytes : nil
    }

    func truncate(to size: Int) throws(StorageError) {
        if ftruncate(descriptor, off_t(size)) != 0 { throw .last(path) }
        self.size = size
    }

    /// Takes the file for as long as its whole records are.
    func setSize(_ size: Int) { self.size = size }

    static func checksum(_ payload: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(0, payload.baseAddress?.assumingMemoryBound(to: UInt8.self), payload.count))
    }
}
